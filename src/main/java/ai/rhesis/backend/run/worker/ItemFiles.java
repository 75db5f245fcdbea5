package ai.rhesis.backend.run.worker;

import ai.rhesis.backend.annotation.file.AttachedFile;
import ai.rhesis.backend.integration.enclosure.Enclosures;
import ai.rhesis.backend.platform.egress.CallException;
import java.util.List;

/// The files of an item, as far as they are still there.
///
/// @param count how many its test had when the run started
record ItemFiles(List<AttachedFile> found, int count) {

    static final ItemFiles NONE = new ItemFiles(List.of(), 0);

    /// Takes files that a test has now.
    static ItemFiles of(List<AttachedFile> files) {
        return new ItemFiles(files, files.size());
    }

    /// Returns all of them: a test without one of its files would be another test.
    ///
    /// @throws CallException when they are too many, or one was deleted for good
    List<AttachedFile> all() {
        Enclosures.requireFew(count);
        if (found.size() < count) {
            throw CallException.configuration("a file of this test was deleted for good after the run started");
        }
        return found;
    }
}
