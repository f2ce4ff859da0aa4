import AgentRuns
import Bytes

/// What stands out as a feed. Source: RFC 4287, The Atom Syndication Format.
///
/// An entry's id is made from the series and the run since which it stands out, so it stays the same from build to build.
struct ChangeFeed {
    let site: SiteContext

    /// A feed must say when it was updated; a site without a dated run has no better time than the beginning.
    private static let noTime = "1970-01-01T00:00:00Z"

    var file: SiteFile {
        var output = ByteBuffer()
        output.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"")
        output.append(attribute: "xml:lang", site.settings.language)
        output.append(">\n")
        let standouts = site.model.standouts
        let times = standouts.compactMap { since($0).startedAt }
        append("title", "\(site.settings.title): changes", into: &output)
        append("id", Self.id("\(site.settings.baseURL ?? site.settings.title) changes"), into: &output)
        append("updated", (times.max() ?? site.model.runs.compactMap(\.startedAt).max())?.feedTime ?? Self.noTime, into: &output)
        output.append("<author><name>sitegen</name></author>\n")
        appendLink("self", .feed, into: &output)
        appendLink("alternate", .regressions, into: &output)
        for standing in standouts { append(standing, into: &output) }
        output.append("</feed>\n")
        return SiteFile(path: PagePath.feed.text, bytes: output)
    }

    private func since(_ standing: Standing) -> Run { site.model.since(standing) }

    private func append(_ standing: Standing, into output: inout ByteBuffer) {
        let trajectory = site.model.trajectories[standing.trajectory]
        let run = since(standing)
        output.append("<entry>\n")
        append("title", title(standing), into: &output)
        append("id", Self.id("\(trajectory.id) since \(run.id)"), into: &output)
        append("updated", run.startedAt?.feedTime ?? Self.noTime, into: &output)
        appendLink("alternate", site.has(trajectory) ? .history(trajectory.id) : .run(run.id), into: &output)
        append("summary", summary(standing), into: &output)
        output.append("</entry>\n")
    }

    private func title(_ standing: Standing) -> String {
        let words = StandingWords(standing, in: site.model)
        let place = words.trajectory.detail.isEmpty ? "" : " (\(words.trajectory.detail))"
        if standing.hasFailed {
            return "\(words.trajectory.key.slot)\(standing.acknowledgement == nil ? "" : " acknowledged"): newest run failed\(place)"
        }
        let word = standing.acknowledgement != nil ? "acknowledged" : standing.judgement.verdict == .regression ? "regressed" : "improved"
        return "\(words.trajectory.name) \(word): \(words.size)\(place)"
    }

    private func summary(_ standing: Standing) -> String {
        let words = StandingWords(standing, in: site.model)
        let limits = StandingLimits(words: words).sentences
        return
            (["\(StandingSentence(words: words).text) Since \(words.since.id)."] + limits
            + [standing.acknowledgement?.reason.map { "Acknowledged: \($0)" }].compactMap(\.self)).joined(separator: " ")
    }

    /// Text and attributes hold what recorded files hold, so everything is escaped, and what XML has no place for is left out.
    private func append(_ element: String, _ text: String, into output: inout ByteBuffer) {
        output.append("<")
        output.append(text: element)
        output.append(">")
        output.append(escaped: text.filter { !$0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0xFFFE || $0.value == 0xFFFF } })
        output.append("</")
        output.append(text: element)
        output.append(">\n")
    }

    private func appendLink(_ relation: String, _ path: PagePath, into output: inout ByteBuffer) {
        output.append("<link")
        output.append(attribute: "rel", relation)
        output.append(attribute: "href", (site.settings.baseURL ?? "") + path.text)
        output.append("/>\n")
    }

    /// A name-based identifier made from a digest of the name. Source: RFC 9562, section 5.8, version 8.
    private static func id(_ name: String) -> String {
        var hex = Array(SourceFile.hash(of: name).prefix(32))
        hex[12] = "8"
        hex[16] = "8"
        let parts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(hex[$0]) }
        return "urn:uuid:" + parts.joined(separator: "-")
    }
}

extension Timestamp {
    /// The time as feeds write it, with seconds and a zone; a time without a zone is written as UTC, since a feed has no other way.
    fileprivate var feedTime: String {
        guard timeOfDay != nil else { return "\(date)T00:00:00Z" }
        if case .naive = zone { return text + "Z" }
        return text
    }
}
