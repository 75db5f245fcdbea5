package ai.rhesis.backend.trace.dialect;

/// The names under which any span tells its conversation and end user, whatever convention the rest of it follows.
final class Identities {

    private Identities() {}

    static void read(Attributes attributes, ReadingDraft draft) {
        draft.conversation(attributes.name(
                        "rhesis.conversation.id",
                        "gen_ai.conversation.id",
                        "ai.session.id",
                        "session.id",
                        "gen_ai.thread.id",
                        "gen_ai.session.id"))
                .user(attributes.name("user.id", "enduser.id", "gen_ai.user", "llm.user", "gen_ai.user.id"));
    }
}
