import Bytes

/// The list of the site's pages for search engines. Source: the sitemaps.org protocol, 0.9.
struct Sitemap {
    static let path = PagePath("sitemap.xml")

    let site: SiteContext
    let pages: [any Page]

    /// The addresses are whole where the settings know the site's own; else they are paths, which readers of this file take as local.
    var file: SiteFile {
        let base = site.settings.baseURL ?? ""
        var bytes = ByteBuffer()
        bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
        for page in pages where page.path.text != "404.html" {
            bytes.append("<url><loc>")
            bytes.append(escaped: base + page.path.text)
            bytes.append("</loc></url>\n")
        }
        bytes.append("</urlset>\n")
        return SiteFile(path: Self.path.text, bytes: bytes)
    }
}
