package ai.rhesis.backend.suite.source;

import ai.rhesis.backend.annotation.file.FileDownloads;
import ai.rhesis.backend.annotation.file.FileDownloads.NamedContent;
import ai.rhesis.backend.annotation.file.FileUpload;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.suite.source.extraction.DocumentFormat;
import ai.rhesis.backend.suite.source.extraction.Extraction;
import ai.rhesis.backend.suite.source.extraction.UnreadableDocumentException;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// The documents of sources: uploaded, read, and sent back. No transaction is open while one is read.
@Component
class SourceDocuments {

    private static final String TYPE = "Source";

    private final SourceService sources;
    private final Extraction extraction;
    private final FileUpload upload;
    private final FileDownloads downloads;

    SourceDocuments(SourceService sources, Extraction extraction, FileUpload upload, FileDownloads downloads) {
        this.sources = sources;
        this.extraction = extraction;
        this.upload = upload;
        this.downloads = downloads;
    }

    /// Makes a source of a document.
    ///
    /// @throws ProblemException 400 when it is of no format that is read, 422 when its text is not to be had
    SourceText upload(MultipartFile part, @Nullable String title, @Nullable String description) {
        UploadedDocument document = UploadedDocument.of(part, title, description);
        String text = textOf(document.format(), document.content());
        UUID id = upload.attachToNew(TYPE, part, () -> sources.createFromFile(document, text));
        return sources.text(id);
    }

    /// Extracts the text once more, in place of the one that the source has.
    ///
    /// @throws ProblemException 400 when the source has no document, 422 when its text is not to be had
    ExtractionResponse extract(UUID id) throws IOException {
        sources.get(id);
        NamedContent document = downloads
                .readFirst(TYPE, id)
                .orElseThrow(() -> Problem.badRequest("id", "The source has no uploaded file to read")
                        .exception());
        DocumentFormat format = UploadedDocument.formatOf(document.filename());
        String text = textOf(format, document.bytes());
        return new ExtractionResponse(id, text, format.ending(), sources.replaceContent(id, text));
    }

    /// Sends the document.
    ///
    /// @throws ProblemException 404 when the source has none
    ResponseEntity<InputStreamResource> file(UUID id) throws IOException {
        sources.get(id);
        return downloads
                .ofFirst(TYPE, id)
                .orElseThrow(() ->
                        Problem.notFound("The source has no uploaded file", id).exception());
    }

    private String textOf(DocumentFormat format, byte[] content) {
        try {
            return extraction.textOf(format, content);
        } catch (UnreadableDocumentException unreadable) {
            throw Problem.invalid("file", String.valueOf(unreadable.getMessage()))
                    .exception();
        }
    }
}
