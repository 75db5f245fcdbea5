package ai.rhesis.backend.platform.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyRingTests {

    private static final String OLD = key("old", 32, 1);
    private static final String NEW = key("new", 32, 2);

    private final UUID organization = UUID.randomUUID();
    private final UUID row = UUID.randomUUID();
    private final KeyRing ring = new KeyRing(List.of(OLD));

    @Test
    void whatIsEncryptedCanBeDecrypted() {
        String ciphertext = ring.encrypt("sk-äö", organization, row);
        assertThat(ciphertext).startsWith("old:").doesNotContain("sk-");
        assertThat(ring.decrypt(ciphertext, organization, row)).isEqualTo("sk-äö");
    }

    @Test
    void theSameTextIsNeverEncryptedTheSameWay() {
        assertThat(ring.encrypt("a", organization, row)).isNotEqualTo(ring.encrypt("a", organization, row));
    }

    @Test
    void changedCiphertextIsRefused() {
        byte[] bytes = Base64.getDecoder()
                .decode(ring.encrypt("secret", organization, row).substring(4));
        for (int position = 0; position < bytes.length; position++) {
            byte[] changed = bytes.clone();
            changed[position] ^= 1;
            String text = "old:" + Base64.getEncoder().encodeToString(changed);
            assertThatIllegalStateException().isThrownBy(() -> ring.decrypt(text, organization, row));
        }
    }

    @Test
    void cutCiphertextIsRefused() {
        assertThatIllegalStateException().isThrownBy(() -> ring.decrypt("old:AAAA", organization, row));
    }

    @Test
    void ciphertextOpensInNoOtherRowOrOrganization() {
        String ciphertext = ring.encrypt("secret", organization, row);
        assertThatIllegalStateException()
                .isThrownBy(() -> ring.decrypt(ciphertext, organization, UUID.randomUUID()))
                .withMessageContaining("another row");
        assertThatIllegalStateException().isThrownBy(() -> ring.decrypt(ciphertext, UUID.randomUUID(), row));
    }

    @Test
    void unknownKeyIsNamed() {
        String ciphertext = new KeyRing(List.of(NEW)).encrypt("secret", organization, row);
        assertThatIllegalStateException()
                .isThrownBy(() -> ring.decrypt(ciphertext, organization, row))
                .withMessageContaining("new");
    }

    @Test
    void afterARotationTheNewKeyEncryptsAndTheOldStillDecrypts() {
        String before = ring.encrypt("secret", organization, row);
        KeyRing rotated = new KeyRing(List.of(NEW, OLD));
        assertThat(rotated.decrypt(before, organization, row)).isEqualTo("secret");
        assertThat(KeyRing.keyIdOf(rotated.encrypt("secret", organization, row)))
                .isEqualTo("new");
    }

    @Test
    void derivedKeysDifferByPurposeAndByKey() {
        KeyRing both = new KeyRing(List.of(NEW, OLD));
        assertThat(both.derive("jwt").sequencedKeySet()).containsExactly("new", "old");
        assertThat(both.derive("jwt").get("old")).isEqualTo(ring.derive("jwt").get("old"));
        assertThat(both.derive("jwt").get("old"))
                .isNotEqualTo(both.derive("jwt").get("new"))
                .isNotEqualTo(both.derive("cursor").get("old"));
    }

    @Test
    void noKeyIsRefusedWithTheRemedy() {
        assertThatExceptionOfType(KeyRingException.class)
                .isThrownBy(() -> new KeyRing(List.of()))
                .withMessageContaining("rhesis.secrets.keys is empty")
                .extracting(KeyRingException::remedy)
                .asString()
                .contains("rhesis.secrets.keys", "openssl rand -base64 32");
    }

    @Test
    void unusableKeysAreRefusedWithoutRepeatingThem() {
        String shortKey = key("a", 16, 1);
        for (List<String> bad : List.of(List.of("nonsense"), List.of("a:x==="), List.of(shortKey), List.of(OLD, OLD))) {
            assertThatExceptionOfType(KeyRingException.class)
                    .isThrownBy(() -> new KeyRing(bad))
                    .satisfies(refusal -> assertThat(refusal.getMessage())
                            .doesNotContain("nonsense", shortKey.substring(2), OLD.substring(4)));
        }
    }

    private static String key(String id, int bytes, int fill) {
        byte[] key = new byte[bytes];
        Arrays.fill(key, (byte) fill);
        return id + ":" + Base64.getEncoder().encodeToString(key);
    }
}
