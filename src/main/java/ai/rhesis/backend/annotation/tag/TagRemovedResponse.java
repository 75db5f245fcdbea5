package ai.rhesis.backend.annotation.tag;

/// The answer to a client that took a tag off an object.
record TagRemovedResponse(String status) {

    static final TagRemovedResponse SUCCESS = new TagRemovedResponse("success");
}
