package ai.rhesis.backend.portal.demo;

import ai.rhesis.backend.platform.embedded.PrivateFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// The access to the demo organization that its owner finds in a file: address, login, token, and the ids of its test
/// set and endpoints.
///
/// The file is read by shells as well. None of its values needs quotes there.
record DemoAccess(
        String address,
        String email,
        String password,
        String token,
        String testSet,
        String endpoint,
        String worseEndpoint) {

    static DemoAccess read(Path file) throws IOException {
        Properties values = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            values.load(text);
        }
        return new DemoAccess(
                values.getProperty("API"),
                values.getProperty("EMAIL"),
                values.getProperty("PASSWORD"),
                values.getProperty("TOKEN"),
                values.getProperty("TEST_SET"),
                values.getProperty("ENDPOINT"),
                values.getProperty("WORSE_ENDPOINT"));
    }

    void write(Path file) throws IOException {
        PrivateFile.write(file, """
                API=%s
                EMAIL=%s
                PASSWORD=%s
                TOKEN=%s
                TEST_SET=%s
                ENDPOINT=%s
                WORSE_ENDPOINT=%s
                """.formatted(address, email, password, token, testSet, endpoint, worseEndpoint));
    }

    /// Returns the same access at another address.
    DemoAccess at(String address) {
        return new DemoAccess(address, email, password, token, testSet, endpoint, worseEndpoint);
    }

    // Secrets are in no log.
    @Override
    public String toString() {
        return "DemoAccess[" + email + " at " + address + "]";
    }
}
