/// The default templates, style sheets and scripts, which travel inside the program.
///
/// Their one source is the folder `templates` at the top of the package; the build embeds its files here byte for byte.
public enum BuiltInTemplates {
    /// Every file by its name.
    public static let files: [String: [UInt8]] = [
        "page.mustache": PackageResources.page_mustache,
        "style.css": PackageResources.style_css,
    ]
}
