package ai.rhesis.backend.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// One key of the ring; it is never used itself, only what is derived from it for one purpose each.
record RingKey(String id, SecretKey key) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/]+={0,2})");
    private static final int BYTES = 32;

    /// Reads `id:base64`.
    static RingKey parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new KeyRingException("A key in rhesis.secrets.keys is not of the form id:base64");
        }
        return new RingKey(form.group(1), new SecretKeySpec(bytes(form.group(1), form.group(2)), "HKDF"));
    }

    private static byte[] bytes(String id, String base64) {
        byte[] bytes = decode(id, base64);
        if (bytes.length != BYTES) {
            throw new KeyRingException(
                    "Key " + id + " in rhesis.secrets.keys has " + bytes.length + " bytes and not " + BYTES);
        }
        return bytes;
    }

    private static byte[] decode(String id, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException malformed) {
            throw new KeyRingException("Key " + id + " in rhesis.secrets.keys is not base64");
        }
    }

    SecretKey derive(String purpose, String algorithm) {
        AlgorithmParameterSpec derivation = HKDFParameterSpec.ofExtract()
                .addIKM(key)
                .thenExpand(("rhesis " + purpose).getBytes(StandardCharsets.UTF_8), BYTES);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, derivation);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
