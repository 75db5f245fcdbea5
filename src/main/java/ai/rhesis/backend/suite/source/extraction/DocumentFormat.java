package ai.rhesis.backend.suite.source.extraction;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The formats of documents whose text can be extracted, each told by the end of a file's name.
public enum DocumentFormat {
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    TXT("text/plain"),
    MD("text/markdown"),
    CSV("text/csv"),
    JSON("application/json"),
    XML("application/xml"),
    HTML("text/html", "htm"),
    EPUB("application/epub+zip");

    private final String mediaType;
    private final List<String> otherEndings;

    DocumentFormat(String mediaType, String... otherEndings) {
        this.mediaType = mediaType;
        this.otherEndings = List.of(otherEndings);
    }

    /// Finds the format of a file by its name, in whatever case.
    public static Optional<DocumentFormat> of(String filename) {
        String ending = filename.substring(filename.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.ending().equals(ending) || format.otherEndings.contains(ending))
                .findFirst();
    }

    /// Lists the endings for messages: `pdf, docx, …`.
    public static String endings() {
        return Arrays.stream(values()).map(DocumentFormat::ending).collect(joining(", "));
    }

    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }

    /// Tells whether such a file is its text, with nothing to be taken apart.
    boolean isPlain() {
        return switch (this) {
            case TXT, MD, CSV, JSON -> true;
            case PDF, DOCX, PPTX, XLSX, XML, HTML, EPUB -> false;
        };
    }
}
