package ai.rhesis.backend.platform.mail;

/// A message to one person, and the link that it is about.
public record Mail(String to, String subject, String text, String link) {

    String body() {
        return text + "\n\n" + link + "\n";
    }

    // Links hold tickets, which are in no log.
    @Override
    public String toString() {
        return "Mail[" + subject + "]";
    }
}
