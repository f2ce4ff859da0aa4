import BuiltInTemplates
import Bytes

/// A comparison as a page that stands alone: its styles are in it, and it needs no other file.
struct ComparisonDocument {
    let comparison: Comparison

    var bytes: ByteBuffer {
        let words = ComparisonWords(comparison: comparison)
        return .markup { output in
            output.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            output.append(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
            )
            output.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
            output.append(escaped: words.sides)
            output.append("</title>\n<style>\n")
            for sheet in ["style.css", "charts.css"] { output.appendRaw(BuiltInTemplates.files[sheet] ?? []) }
            output.append("</style>\n</head>\n<body>\n<main class=\"page\">\n<h1>")
            output.append(escaped: words.headline)
            output.append("</h1>\n<p class=\"lede\">")
            output.append(escaped: words.lede)
            output.append("</p>\n")
            if let common = words.common {
                output.append("<p class=\"common\">")
                output.append(escaped: common)
                output.append("</p>\n")
            }
            output.append(ComparisonTally(comparison: comparison).markup)
            output.append("<p class=\"note\">")
            output.append(escaped: words.note)
            output.append("</p>\n")
            ComparisonTable(comparison: comparison).write(into: &output)
            output.append("<h2>How sure</h2>\n<p>")
            output.append(escaped: words.certainty)
            output.append("</p>\n</main>\n</body>\n</html>\n")
        }
    }
}
