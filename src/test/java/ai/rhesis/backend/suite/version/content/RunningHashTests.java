package ai.rhesis.backend.suite.version.content;

import static org.assertj.core.api.Assertions.assertThat;

import ai.rhesis.backend.platform.secrets.Sha256;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunningHashTests {

    private final Random random = new Random(8785);

    @Test
    void everyLengthHashesAsTheJdkDoes() {
        for (int length = 0; length < 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            RunningHash hash = RunningHash.begin();
            hash.add(bytes);
            assertThat(hash.hex()).as("of %d bytes", length).isEqualTo(jdk(bytes));
        }
    }

    @Test
    void hashGoesOnFromWhereItWasStored() {
        byte[] bytes = new byte[1000];
        random.nextBytes(bytes);
        for (int cut = 0; cut < 200; cut++) {
            RunningHash before = RunningHash.begin();
            before.add(Arrays.copyOf(bytes, cut));
            RunningHash after = RunningHash.from(before.stored());
            after.add(Arrays.copyOfRange(bytes, cut, bytes.length));
            assertThat(after.hex()).as("cut at %d", cut).isEqualTo(jdk(bytes));
        }
    }

    private static String jdk(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }
}
