import Testing

@testable import Templates

/// The cases follow the modules of github.com/mustache/spec, with examples of our own.
struct TemplatesTests {
    private func render(
        _ template: String, _ values: [String: TemplateValue] = [:], partials: [String: String] = [:], escaping: Template.Escaping = .html
    ) throws -> String {
        let partials = try partials.mapValues { try Template(Array($0.utf8)) }
        return try Template(Array(template.utf8)).render(values, partials: partials, escaping: escaping).string
    }

    private static let values: [String: TemplateValue] = [
        "name": .text("Ann"), "sharp": .text(#"<a href="x">&'"#), "html": .html(.init("<b>&</b>".utf8)), "yes": .flag(true), "no": .flag(false),
        "none": .list([], of: ["x"]), "rows": .list([["x": .text("1")], ["x": .text("2"), "name": .text("Bob")]], of: ["x", "name"]),
        "empty": .text(""), "given": .optional("g"), "missing": .optional(""),
    ]

    @Test(arguments: [
        ("plain {text} }}", "plain {text} }}"), ("{{name}}, {{ name }}", "Ann, Ann"), ("[{{unknown}}]", "[]"),
        ("{{sharp}}", "&lt;a href=&quot;x&quot;&gt;&amp;&#39;"),
        ("{{{sharp}}} {{&sharp}} {{& sharp }}", #"<a href="x">&' <a href="x">&' <a href="x">&'"#),
        ("{{html}}{{{html}}}", "<b>&</b><b>&</b>"), ("[{{yes}}{{no}}{{rows}}]", "[]"), ("  {{name}}\n", "  Ann\n"), ("é{{name}}é", "éAnné"),
    ])
    func `variables are escaped, unless they are finished HTML or asked for as they are`(template: String, expected: String) throws {
        #expect(try render(template, Self.values) == expected)
    }

    @Test func `prompts escape nothing, and a combining sign hides no bracket`() throws {
        #expect(try render("{{sharp}}", Self.values, escaping: .none) == #"<a href="x">&'"#)
        #expect(try render("{{x}}", ["x": .text("<\u{301}script>")]) == "&lt;\u{301}script&gt;")
    }

    @Test(arguments: [
        ("{{#yes}}a{{/yes}}{{#no}}b{{/no}}{{#unknown}}c{{/unknown}}{{#none}}d{{/none}}", "a"),
        ("{{^yes}}a{{/yes}}{{^no}}b{{/no}}{{^unknown}}c{{/unknown}}{{^none}}d{{/none}}{{^name}}e{{/name}}", "bcd"),
        ("{{#rows}}{{x}}{{name}} {{/rows}}", "1Ann 2Bob "), ("{{#name}}<{{.}}>{{/name}}", "<Ann>"), ("[{{.}}]", "[]"),
        ("{{#yes}}a{{#yes}}b{{/yes}}c{{/yes}}", "abc"), ("{{#rows}}{{#yes}}{{x}}{{/yes}}{{/rows}}", "12"),
        ("{{#given}}{{given}}{{/given}}{{#missing}}m{{/missing}}", "g"), ("{{# yes }}a{{/ yes }}", "a"),
    ])
    func `sections show what is there, once for each element`(template: String, expected: String) throws {
        #expect(try render(template, Self.values) == expected)
    }

    @Test(arguments: [
        ("a\n{{#yes}}\nb\n{{/yes}}\nc\n", "a\nb\nc\n"), ("a\n  {{#yes}}\t\nb\n  {{/yes}}\nc", "a\nb\nc"),
        ("|\r\n{{#yes}}\r\n{{/yes}}\r\n|", "|\r\n|"),
        ("  {{#yes}}\n#{{/yes}}\n/", "#\n/"), ("#{{#yes}}\n/\n  {{/yes}}", "#\n/\n"), (" {{#yes}}x{{/yes}}\n {{#yes}}y{{/yes}}\n", " x\n y\n"),
        ("a\n{{! a comment\n of two lines }}\nb\n", "a\nb\n"), ("a {{! in a line }}b", "a b"), ("| {{=@ @=}} |@name@", "|  |Ann"),
        ("a\n{{=<% %>=}}\n<%name%>{{name}}\n<%={{ }}=%>{{name}}", "a\nAnn{{name}}\nAnn"), ("{{=| |=}}|#yes|{{x}}|/yes|", "{{x}}"),
    ])
    func `tags that stand alone take their line with them`(template: String, expected: String) throws {
        #expect(try render(template, Self.values) == expected)
    }

    @Test(arguments: [
        ("[{{>p}}]", "n={{name}}", "[n=Ann]"), ("[{{> unknown }}]", "", "[]"), ("  {{>p}}\n>", ">\n>", "  >\n  >>"),
        (">\n  {{>p}}", ">\n>", ">\n  >\n  >"),
        ("  {{name}} {{>p}}\n", ">\n>", "  Ann >\n>\n"), ("{{=| |=}}|>p|", "{{name}}", "Ann"), ("{{#rows}}{{>p}}{{/rows}}", "{{x}}", "12"),
        ("| {{>p}}|\n {{>p}}\n", "{{{lines}}}\n", "| 1\n2\n|\n 1\n2\n"),
    ])
    func `partials see the values around them and are indented as they stand`(template: String, partial: String, expected: String) throws {
        let values = Self.values.merging(["lines": .text("1\n2")]) { $1 }
        #expect(try render(template, values, partials: ["p": partial]) == expected)
    }

    @Test func `a partial that takes itself in comes to an end`() throws {
        #expect(try render("{{>p}}", partials: ["p": "x{{>p}}"]) == String(repeating: "x", count: 100))
    }

    @Test(arguments: [
        ("ab{{name", 2, "the tag is not closed; write '}}' after its name"), ("{{{name}}", 0, "the tag is not closed; write '}}}' after its name"),
        ("a\n{{#x}}b", 2, "the section 'x' is not closed before the end of the template"), ("a{{/x}}", 1, "no section 'x' is open here"),
        ("{{#x}}{{/y}}", 6, "this tag closes 'y', but the section that is open is 'x'"), ("a{{ }}", 1, "the tag has no name"),
        ("{{=<%=}}", 0, "the delimiters are not set in the form '{{=<% %>=}}'"), ("{{<base}}", 0, "templates have no tags that begin with '<'"),
    ])
    func `a mistake is named at its tag`(template: String, offset: Int, message: String) {
        #expect(throws: TemplateError(message: message, offset: offset)) { try Template(Array(template.utf8)) }
    }

    @Test func `names of variables and sections are listed with their places`() throws {
        let template = try Template(Array("é{{ a }}{{#b}}{{{c.d}}}{{/b}}{{>e}}{{!f}}{{.}}".utf8))
        #expect(template.names.map { "\($0.name) \($0.offset)" } == ["a 5", "b 12", "c.d 18", ". 44"])
    }
}
