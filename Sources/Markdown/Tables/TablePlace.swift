/// Which cell of which table comes next in the tree.
struct TablePlace {
    var table = 0
    var row = 0
    var cell = 0
}
