import JSON

/// What a server says of an error, as one clean line.
struct ServerComplaint: Sendable, Hashable {
    private static let longest = 200

    var message: String?
    /// Whether it says that the model is not there.
    var isUnknownModel = false

    /// Reads the body of a reply that is not a success: JSON of either API, HTML, or plain text.
    init(body: [UInt8], status: Int) {
        if let json = try? JSON(parsing: body) {
            self.init(json, status: status)
        } else {
            self.init(text: String(decoding: body, as: UTF8.self))
        }
    }

    private init(text: String) {
        message = Self.cleaned(Self.withoutMarkup(text))
    }

    /// Reads the error of a JSON reply: a text, or an object with a message; `nil` as its message where there is none.
    init(_ json: JSON, status: Int? = nil) {
        let error = json["error"].flatMap { $0.isNull ? nil : $0 }
        let text = error?.string ?? error?["message"]?.string ?? json["message"]?.string ?? json["detail"]?.string ?? Self.details(json)
        let field = error?["param"]?.string ?? json["param"]?.string
        let named = text.map { text in field.map { text.contains($0) ? text : "\(text) (\($0))" } ?? text }
        message = named.flatMap(Self.cleaned) ?? error.map { _ in "an error without a message" }
        let words = (message ?? "").lowercased()
        let saysNotFound = words.contains("not found") || words.contains("does not exist")
        isUnknownModel = (words.contains("model") && saysNotFound && status ?? 404 == 404) || error?["code"]?.string == "model_not_found"
    }

    /// What is wrong with the fields of a request, as servers that are built on FastAPI say it.
    private static func details(_ json: JSON) -> String? {
        let details = (json["detail"]?.array ?? []).compactMap { detail -> String? in
            guard let text = detail["msg"]?.string else { return nil }
            let place = (detail["loc"]?.array ?? []).compactMap { $0.string ?? $0.integer.map(String.init) }.joined(separator: ".")
            return place.isEmpty ? text : "\(place): \(text)"
        }
        return details.isEmpty ? nil : details.joined(separator: "; ")
    }

    /// The error for a reply of this status.
    func error(status: Int, path: String) -> ServerError {
        let said = message.map { ": \($0)" } ?? ""
        if isUnknownModel { return ServerError(.unknownModel, "the server does not have the model\(said)") }
        switch status {
        case 401, 403: return ServerError(.refused, "the server refuses the credentials (status \(status))\(said)")
        case 404, 405: return ServerError(.refused, "the server does not know \(path) (status \(status)); is it of another kind?\(said)")
        case 300..<400: return ServerError(.refused, "the server sends the request elsewhere (status \(status)); give the address that it means")
        default: return ServerError(.refused, "the server answered with status \(status)\(said)")
        }
    }

    /// The text without line breaks, control and format characters, and not longer than a line; `nil` where nothing is left.
    static func cleaned(_ text: String) -> String? {
        let scalars = text.unicodeScalars.map { scalar -> Character in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator: " "
            default: Character(scalar)
            }
        }
        let line = scalars.split(separator: " ").map { String($0) }.joined(separator: " ")
        if line.isEmpty { return nil }
        return line.count > longest ? line.prefix(longest - 1) + "…" : line
    }

    /// The words of an HTML page; other text stays as it is.
    private static func withoutMarkup(_ text: String) -> String {
        guard text.prefix(1024).contains(/<(!doctype|html|head|body|title|h1|p|center)\b/.ignoresCase()) else { return text }
        return
            text
            .replacing(/<(script|style)\b.*?<\/(script|style)>|<!--.*?-->/.ignoresCase().dotMatchesNewlines(), with: " ")
            .replacing(/<[^>]*>/, with: " ")
            .replacing("&nbsp;", with: " ").replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&amp;", with: "&")
    }
}
