package ai.rhesis.backend.platform.secrets;

/// The outcome for stored secrets: how many were encrypted anew, how many no key of the ring opens, and how
/// many organizations were left out: they could not be entered, or failed.
record RotationCount(int reencrypted, int unreadable, int closed) {

    static final RotationCount NONE = new RotationCount(0, 0, 0);
    static final RotationCount UNREADABLE = new RotationCount(0, 1, 0);

    RotationCount plus(RotationCount other) {
        return new RotationCount(reencrypted + other.reencrypted, unreadable + other.unreadable, closed + other.closed);
    }
}
