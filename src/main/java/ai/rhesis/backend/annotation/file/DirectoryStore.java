package ai.rhesis.backend.annotation.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.springframework.core.io.InputStreamSource;

/// A store in a directory, which several nodes have to share.
class DirectoryStore implements FileStore {

    private static final String DRAFTS = "drafts";

    private final Path directory;

    DirectoryStore(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    @Override
    public void put(String key, InputStreamSource content, long sizeBytes) throws IOException {
        if (has(key)) {
            return;
        }
        // in the same directory, because only there a move is atomic
        Path draft = Files.createTempFile(Files.createDirectories(directory.resolve(DRAFTS)), "upload-", ".part");
        try {
            write(content, draft);
            Path target = directory.resolve(key);
            Files.createDirectories(target.getParent());
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Writes to the disk before the row is stored, so that a crash leaves no row without a content.
    private static void write(InputStreamSource content, Path draft) throws IOException {
        try (InputStream in = content.getInputStream();
                FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            in.transferTo(Channels.newOutputStream(out));
            out.force(true);
        }
    }

    @Override
    public boolean has(String key) {
        return Files.exists(directory.resolve(key));
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(directory.resolve(key));
    }

    @Override
    public void remove(String key) throws IOException {
        Files.deleteIfExists(directory.resolve(key));
    }
}
