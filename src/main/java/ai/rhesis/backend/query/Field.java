package ai.rhesis.backend.query;

/// A declared field of a resource: the name clients use and the attribute behind it.
public record Field(String name, String attribute) {

    static Field of(String name) {
        StringBuilder attribute = new StringBuilder();
        for (String word : name.split("_")) {
            attribute.append(attribute.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return new Field(name, attribute.toString());
    }
}
