package ai.rhesis.backend.suite.version.content;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// SHA-256 (FIPS 180-4) that can be put aside and gone on with later.
///
/// The hash of a version is over the hashes of all of its tests. The JDK's digest can't be stored, so a set of 100,000
/// tests would be read again for each test that is put at its end.
public final class RunningHash {

    private static final int BLOCK = 64;
    private static final int WORDS = 8;
    private static final int ROUNDS = 64;
    private static final int LENGTH_BYTES = Long.BYTES;
    private static final byte FIRST_OF_PADDING = (byte) 0x80;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    // the first 32 bits of the fractions of the square roots of the first 8 primes
    private static final int[] START = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19
    };
    private static final int[] CONSTANTS = constants();

    private final int[] state;
    private final byte[] rest = new byte[BLOCK];
    private long length;

    private RunningHash(int[] state) {
        this.state = state;
    }

    public static RunningHash begin() {
        return new RunningHash(START.clone());
    }

    /// Goes on from what [#stored] answered.
    public static RunningHash from(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        int[] state = new int[WORDS];
        Arrays.setAll(state, word -> bytes.getInt());
        RunningHash hash = new RunningHash(state);
        hash.length = bytes.getLong();
        bytes.get(hash.rest, 0, bytes.remaining());
        return hash;
    }

    public byte[] stored() {
        int open = (int) (length % BLOCK);
        ByteBuffer bytes = ByteBuffer.allocate(WORDS * Integer.BYTES + LENGTH_BYTES + open);
        for (int word : state) {
            bytes.putInt(word);
        }
        return bytes.putLong(length).put(rest, 0, open).array();
    }

    /// Adds a line of ASCII with its line feed.
    public void addLine(String line) {
        add(line.getBytes(StandardCharsets.US_ASCII));
        add((byte) '\n');
    }

    void add(byte[] bytes) {
        for (byte each : bytes) {
            add(each);
        }
    }

    private void add(byte each) {
        rest[(int) (length % BLOCK)] = each;
        length++;
        if (length % BLOCK == 0) {
            compress();
        }
    }

    /// Returns the hash of all that was added, in lower-case hexadecimal; more can be added after it.
    public String hex() {
        RunningHash whole = from(stored());
        long bits = whole.length * Byte.SIZE;
        whole.add(FIRST_OF_PADDING);
        while (whole.length % BLOCK != BLOCK - LENGTH_BYTES) {
            whole.add((byte) 0);
        }
        whole.add(ByteBuffer.allocate(LENGTH_BYTES).putLong(bits).array());
        return HexFormat.of().formatHex(whole.stored(), 0, WORDS * Integer.BYTES);
    }

    private void compress() {
        int[] words = schedule();
        int[] now = state.clone();
        for (int round = 0; round < ROUNDS; round++) {
            turn(now, CONSTANTS[round] + words[round]);
        }
        Arrays.setAll(state, word -> state[word] + now[word]);
    }

    private int[] schedule() {
        int[] words = new int[ROUNDS];
        for (int word = 0; word < BLOCK / Integer.BYTES; word++) {
            words[word] = (int) INT.get(rest, word * Integer.BYTES);
        }
        for (int word = BLOCK / Integer.BYTES; word < ROUNDS; word++) {
            int early = words[word - 15];
            int late = words[word - 2];
            words[word] = words[word - 16]
                    + (Integer.rotateRight(early, 7) ^ Integer.rotateRight(early, 18) ^ early >>> 3)
                    + words[word - 7]
                    + (Integer.rotateRight(late, 17) ^ Integer.rotateRight(late, 19) ^ late >>> 10);
        }
        return words;
    }

    private static void turn(int[] now, int word) {
        int a = now[0];
        int e = now[4];
        int choice = e & now[5] ^ ~e & now[6];
        int majority = a & now[1] ^ a & now[2] ^ now[1] & now[2];
        int first = now[7]
                + (Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25))
                + choice
                + word;
        int second = (Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22)) + majority;
        System.arraycopy(now, 0, now, 1, WORDS - 1);
        now[4] += first;
        now[0] = first + second;
    }

    /// Returns the first 32 bits of the fractions of the cube roots of the first 64 primes.
    private static int[] constants() {
        int[] constants = new int[ROUNDS];
        int found = 0;
        for (int candidate = 2; found < ROUNDS; candidate++) {
            if (isPrime(candidate)) {
                constants[found++] = fractionOfCubeRoot(candidate);
            }
        }
        return constants;
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }

    private static int fractionOfCubeRoot(int number) {
        // a double has 53 bits, of which at most 3 are before the point
        double root = Math.cbrt(number);
        return (int) (long) ((root - Math.floor(root)) * (1L << Integer.SIZE));
    }
}
