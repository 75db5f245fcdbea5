package ai.rhesis.backend.integration.chat;

/// One message of a conversation; `role` is `user`, `assistant` or `system`.
public record Message(String role, String content) {

    public static Message user(String content) {
        return new Message("user", content);
    }

    public static Message assistant(String content) {
        return new Message("assistant", content);
    }

    public static Message system(String content) {
        return new Message("system", content);
    }
}
