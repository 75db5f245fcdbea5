package ai.rhesis.backend.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The directory in which one embedded server keeps its rows, and the files beside it.
record DataDirectory(Path path) {

    static DataDirectory at(Path path) throws IOException {
        var directory = new DataDirectory(path.toAbsolutePath().normalize());
        Files.createDirectories(directory.path.resolveSibling(""));
        // The library opens its own folder to everybody, so that one stands inside this one.
        PrivateFile.createDirectories(directory.binaries());
        return directory;
    }

    boolean isInitialized() {
        return Files.exists(path.resolve("PG_VERSION"));
    }

    Path processId() {
        return path.resolve("postmaster.pid");
    }

    Path passwords() {
        return beside(".pgpass");
    }

    Path lock() {
        return beside(".lock");
    }

    Path log() {
        return beside(".log");
    }

    /// Names the directory of programs, which all data directories of one parent share because unpacking takes seconds.
    Path binaries() {
        return path.resolveSibling("postgres-binaries");
    }

    private Path beside(String extension) {
        return path.resolveSibling(path.getFileName() + extension);
    }
}
