import Bytes

/// The way from a section of the site down to a page.
enum Breadcrumb {
    static func markup(_ steps: [(name: String, path: PagePath?)], last: String, from page: PagePath) -> ByteBuffer {
        .markup { output in
            output.append("<nav class=\"crumbs\" aria-label=\"Breadcrumb\">\n<ol>\n")
            for step in steps {
                output.append("<li>")
                if let path = step.path { output.append(link: step.name, to: page.link(to: path)) } else { output.append(breakable: step.name) }
                output.append("</li>\n")
            }
            output.append("<li aria-current=\"page\">")
            output.append(breakable: last)
            output.append("</li>\n</ol>\n</nav>\n")
        }
    }
}
