package ai.rhesis.backend.annotation.file;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.InputStreamSource;

/// A store of contents, each under a key made of its organization and its hash.
interface FileStore {

    /// Keeps a content under the key, whole or not at all; does nothing where the key is taken.
    void put(String key, InputStreamSource content, long sizeBytes) throws IOException;

    boolean has(String key) throws IOException;

    /// @throws java.nio.file.NoSuchFileException when there is none
    InputStream open(String key) throws IOException;

    /// Forgets the content, if it is there.
    void remove(String key) throws IOException;
}
