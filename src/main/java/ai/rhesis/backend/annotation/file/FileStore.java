package ai.rhesis.backend.annotation.file;

import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.InputStreamSource;

/// Where contents are kept, each under a key that follows from its organization and its hash.
interface FileStore {

    /// Keeps a content under the key, whole or not at all; where that is taken, it is there already.
    void put(String key, InputStreamSource content, long sizeBytes) throws IOException;

    boolean has(String key) throws IOException;

    InputStream open(String key) throws IOException;

    /// Forgets the content, if it is there.
    void remove(String key) throws IOException;
}
