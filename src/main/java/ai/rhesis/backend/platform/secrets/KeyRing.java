package ai.rhesis.backend.platform.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// The keys of this installation: the first encrypts, all decrypt, so that a key is replaced by putting another
/// first.
///
/// A ciphertext (AES-256-GCM, `<key id>:<base64>`) opens only in the row it was made for.
public final class KeyRing {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SequencedMap<String, RingKey> keys = new LinkedHashMap<>();
    private final Map<String, SecretKey> ciphers;

    /// @throws KeyRingException when there is no key, or one is malformed, short or named twice
    public KeyRing(List<String> configured) {
        if (configured.isEmpty()) {
            throw new KeyRingException("There is no key to encrypt secrets with: rhesis.secrets.keys is empty");
        }
        configured.stream().map(RingKey::parse).forEach(this::add);
        ciphers = derive("encryption", "AES");
    }

    private void add(RingKey key) {
        if (keys.put(key.id(), key) != null) {
            throw new KeyRingException("Two keys in rhesis.secrets.keys have the id " + key.id());
        }
    }

    /// Derives a key for a purpose from every key of the ring, by id, the current one first.
    public SequencedMap<String, SecretKey> derive(String purpose) {
        return derive(purpose, "HmacSHA256");
    }

    private SequencedMap<String, SecretKey> derive(String purpose, String algorithm) {
        return keys.values().stream()
                .collect(Collectors.toMap(
                        RingKey::id, key -> key.derive(purpose, algorithm), (one, other) -> one, LinkedHashMap::new));
    }

    /// Encrypts for one row of one organization.
    public String encrypt(String plaintext, UUID organizationId, UUID rowId) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        String keyId = currentId();
        Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key(keyId), nonce, row(organizationId, rowId));
        byte[] sealed = run(cipher, plaintext.getBytes(StandardCharsets.UTF_8));
        byte[] all = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return keyId + ":" + Base64.getEncoder().encodeToString(all);
    }

    /// @throws IllegalStateException when the text was changed, belongs to another row, or its key is not in the
    /// ring
    public String decrypt(String ciphertext, UUID organizationId, UUID rowId) {
        String keyId = keyIdOf(ciphertext);
        byte[] all = Base64.getDecoder().decode(ciphertext.substring(keyId.length() + 1));
        byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(all, Math.min(NONCE_BYTES, all.length), all.length);
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, key(keyId), nonce, row(organizationId, rowId));
        return new String(run(cipher, sealed), StandardCharsets.UTF_8);
    }

    /// Tells whether there is an older key than the one that encrypts.
    boolean isRotating() {
        return keys.size() > 1;
    }

    /// Returns the id of the key that encrypts.
    String currentId() {
        return keys.firstEntry().getKey();
    }

    /// Returns the id of the key that a text was encrypted with, to find what a new key has not yet reached.
    static String keyIdOf(String ciphertext) {
        return ciphertext.substring(0, ciphertext.indexOf(':'));
    }

    private SecretKey key(String keyId) {
        SecretKey key = ciphers.get(keyId);
        if (key == null) {
            throw new IllegalStateException("the key " + keyId + " is not in rhesis.secrets.keys");
        }
        return key;
    }

    private static byte[] row(UUID organizationId, UUID rowId) {
        return (organizationId + "/" + rowId).getBytes(StandardCharsets.UTF_8);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] row) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(row);
            return cipher;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] run(Cipher cipher, byte[] input) {
        try {
            return cipher.doFinal(input);
        } catch (GeneralSecurityException forged) {
            throw new IllegalStateException("a stored secret was changed or belongs to another row", forged);
        }
    }
}
