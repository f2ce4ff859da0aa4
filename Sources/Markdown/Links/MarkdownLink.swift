/// Where a link or an image leads.
struct MarkdownLink {
    var destination: CText
    var title: CText
}
