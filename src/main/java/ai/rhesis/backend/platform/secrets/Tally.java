package ai.rhesis.backend.platform.secrets;

/// What became of stored secrets: encrypted anew, not to be opened with any key of the ring, and the organizations that
/// could not be entered.
record Tally(int reencrypted, int unreadable, int closed) {

    static final Tally NONE = new Tally(0, 0, 0);
    static final Tally UNREADABLE = new Tally(0, 1, 0);
    static final Tally CLOSED = new Tally(0, 0, 1);

    Tally plus(Tally other) {
        return new Tally(reencrypted + other.reencrypted, unreadable + other.unreadable, closed + other.closed);
    }
}
