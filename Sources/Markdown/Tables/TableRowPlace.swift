/// Which row of a table something stands in.
enum TableRowPlace {
    case header, firstBodyRow, laterBodyRow
}
