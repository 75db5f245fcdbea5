package ai.rhesis.backend.platform.secrets;

import java.security.SecureRandom;
import java.util.Base64;

/// A random text that stands for its holder: told once, kept only as its hash.
public record Secret(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /// Creates a secret of 256 random bits, safe in URLs.
    public static Secret random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// Hashes the text with SHA-256, which is enough for a text that can't be guessed.
    public byte[] hash() {
        return Sha256.of(text);
    }

    /// Its last four characters, by which its holder knows it again.
    String ending() {
        return text.substring(text.length() - 4);
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
