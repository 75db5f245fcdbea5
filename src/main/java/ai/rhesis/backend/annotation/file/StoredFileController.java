package ai.rhesis.backend.annotation.file;

import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.Recyclable;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/files")
class StoredFileController implements Recyclable<StoredFile> {

    private final StoredFileService files;
    private final FileUpload upload;
    private final FileDownloads downloads;
    private final Thumbnails thumbnails;

    StoredFileController(StoredFileService files, FileUpload upload, FileDownloads downloads, Thumbnails thumbnails) {
        this.files = files;
        this.upload = upload;
        this.downloads = downloads;
        this.thumbnails = thumbnails;
    }

    @Override
    @GetMapping
    public ResponseEntity<List<StoredFileResponse>> list(ListRequest request) {
        return files.list(request).map(StoredFileResponse::of).toResponse();
    }

    @GetMapping("/entity/{entity_type}/{entity_id}")
    ResponseEntity<List<StoredFileResponse>> listAbout(
            @PathVariable("entity_type") String entityType,
            @PathVariable("entity_id") UUID entityId,
            ListRequest request) {
        return files.listAbout(entityType, entityId, request)
                .map(StoredFileResponse::of)
                .toResponse();
    }

    @Override
    @GetMapping("/{id}")
    public StoredFileResponse get(@PathVariable UUID id) {
        return StoredFileResponse.of(files.get(id));
    }

    @GetMapping("/{id}/content")
    ResponseEntity<InputStreamResource> content(@PathVariable UUID id) throws IOException {
        return downloads.of(files.get(id));
    }

    @GetMapping("/{id}/thumbnail")
    ResponseEntity<byte[]> thumbnail(@PathVariable UUID id, @RequestParam(defaultValue = "144") int size)
            throws IOException {
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(thumbnails.of(files.get(id), size));
    }

    @PostMapping
    List<StoredFileResponse> create(
            @RequestParam("entity_type") String entityType,
            @RequestParam("entity_id") UUID entityId,
            @RequestParam("files") List<MultipartFile> parts) {
        return upload.attach(entityType, entityId, parts).stream()
                .map(StoredFileResponse::of)
                .toList();
    }

    @DeleteMapping("/{id}")
    StoredFileResponse delete(@PathVariable UUID id, IfMatch ifMatch) {
        return StoredFileResponse.of(files.delete(id, ifMatch));
    }
}
