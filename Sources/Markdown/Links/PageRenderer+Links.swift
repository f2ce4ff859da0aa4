import Bytes
import Diagnostics

extension PageRenderer {
    mutating func enterLink(_ link: MarkdownLink, line: Int) {
        guard image == nil else { return }
        switch LinkDestination(link.destination) {
        case .external:
            beginExternalLink(link.destination)
        case .mail:
            text.append("<a href=\"")
            text.append(destination: link.destination)
            text.append("\">")
            openLinks.append(.anchor)
        case .anchor(let name):
            let slug = extent.slugs.contains(name) ? name : name.lowercased()
            guard name.isEmpty || extent.slugs.contains(slug) else {
                return leaveOut(link, line: line, because: "no heading of this document is named '#\(name)'; the link is shown as text")
            }
            beginLink(to: "#" + (name.isEmpty ? "" : options.idPrefix + slug))
        case .relative(let destination):
            switch options.resolve(LinkTarget(destination: destination, use: .link)) {
            case .url(let url): beginLink(to: url)
            case .unresolved:
                leaveOut(link, line: line, because: "the file '\(destination)' is not part of the site; the link is shown as text")
            }
        case .refused(let scheme):
            leaveOut(link, line: line, because: "links of the scheme '\(scheme):' are not allowed; the link is shown as text")
        }
    }

    mutating func exitLink() {
        guard image == nil, case .anchor = openLinks.popLast() else { return }
        text.append("</a>")
    }

    private mutating func beginLink(to url: String) {
        text.append("<a")
        text.append(attribute: "href", url)
        text.append(">")
        openLinks.append(.anchor)
    }

    private mutating func beginExternalLink(_ destination: CText) {
        text.append("<a href=\"")
        text.append(destination: destination)
        text.append("\" rel=\"noopener noreferrer nofollow\">")
        openLinks.append(.anchor)
    }

    private mutating func leaveOut(_ link: MarkdownLink, line: Int, because reason: String) {
        openLinks.append(.nothing)
        warn(reason, at: link.destination, line: line)
    }

    private mutating func warn(_ message: String, at destination: CText, line: Int) {
        let (column, excerpt) = places.find(destination, onLine: line)
        let location = SourceLocation(options.path, line: line, column: column)
        let length = destination.count { !$0.isContinuation }
        report.diagnostics.append(.warning(message, at: location, excerpt: SourceExcerpt(line: excerpt, length: length)))
    }

    mutating func enterImage(_ link: MarkdownLink, line: Int) {
        guard image == nil else {
            image?.depth += 1
            return
        }
        let showing: ImageReading.Showing
        switch LinkDestination(link.destination) {
        case .external:
            // A link inside a link would be no valid HTML.
            showing = openLinks.contains { if case .anchor = $0 { true } else { false } } ? .text : .link
        case .relative(let destination):
            switch options.resolve(LinkTarget(destination: destination, use: .image)) {
            case .url(let url): showing = .image(url: url)
            case .unresolved:
                showing = .text
                warn("the image '\(destination)' is not part of the site; its text is shown instead", at: link.destination, line: line)
            }
        case .anchor, .mail, .refused:
            showing = .text
            warn("an image must be a file of the site; its text is shown instead", at: link.destination, line: line)
        }
        image = ImageReading(showing: showing, destination: Array(link.destination))
    }

    mutating func exitImage() {
        guard var read = image else { return }
        read.depth -= 1
        guard read.depth == 0 else {
            image = read
            return
        }
        image = nil
        read.alternative.withUnsafeBufferPointer { show(read, alternative: $0) }
    }

    private mutating func show(_ read: ImageReading, alternative: CText) {
        switch read.showing {
        case .text:
            text.append(visible: alternative)
        case .image(let url):
            text.append("<img")
            text.append(attribute: "src", url)
            text.append(" alt=\"")
            text.append(visible: alternative, in: .attribute)
            text.append("\" loading=\"lazy\">")
        case .link:
            read.destination.withUnsafeBufferPointer { destination in
                beginExternalLink(destination)
                text.append(visible: alternative.isEmpty ? destination : alternative)
            }
            exitLink()
        }
    }
}
