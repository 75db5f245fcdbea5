package ai.rhesis.backend.annotation.comment;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import ai.rhesis.backend.annotation.subject.Subjects;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.query.InOrder;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.security.Caller;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Comments, which only their authors change, and everybody's reactions to them.
@Service
@Transactional
class CommentService {

    private final CommentRepository comments;
    private final Subjects subjects;

    CommentService(CommentRepository comments, Subjects subjects) {
        this.comments = comments;
        this.subjects = subjects;
    }

    @Transactional(readOnly = true)
    Listing<CommentView> list(ListRequest request) {
        return list(request, Restriction.none());
    }

    @Transactional(readOnly = true)
    Listing<CommentView> listAbout(String type, UUID id, ListRequest request) {
        return list(request, subjects.about(type, id));
    }

    @Transactional(readOnly = true)
    CommentView get(UUID id) {
        return view(comments.get(id));
    }

    CommentView create(CommentRequest request) {
        subjects.require("body", request.entityType(), request.entityId());
        return view(comments.save(new Comment(request)));
    }

    CommentView update(Caller caller, UUID id, Patch<CommentRequest> change) {
        Comment comment = comments.getForUpdate(id);
        if (!caller.is(comment.getUserId())) {
            throw Problem.forbidden("Only its author may change a comment.").exception();
        }
        CommentRequest request = change.applyTo(CommentRequest.of(comment), comment.getVersion());
        request.requireSubjectOf(comment);
        comment.change(request);
        return view(comments.save(comment));
    }

    CommentView delete(Caller caller, UUID id, IfMatch ifMatch) {
        Comment comment = comments.getForUpdate(id);
        if (!caller.is(comment.getUserId())) {
            caller.requireOwner();
        }
        ifMatch.check(comment.getVersion());
        CommentView last = view(comment);
        comment.delete();
        comments.save(comment);
        return last;
    }

    /// Reacts as the caller; doing it twice changes nothing.
    CommentView react(Caller caller, UUID id, Emoji emoji) {
        Comment comment = comments.get(id);
        comments.react(id, emoji.text(), caller.userId());
        return view(comment);
    }

    /// Takes the caller's own reaction back; doing it twice changes nothing.
    CommentView unreact(Caller caller, UUID id, Emoji emoji) {
        Comment comment = comments.get(id);
        comments.unreact(id, emoji.text(), caller.userId());
        return view(comment);
    }

    private Listing<CommentView> list(ListRequest request, Restriction<Comment> restriction) {
        return comments.listIds(request, CommentFields.ALL, restriction).mapAll(this::views);
    }

    private CommentView view(Comment comment) {
        return views(List.of(comment.getId())).getFirst();
    }

    private List<CommentView> views(List<UUID> ids) {
        Map<UUID, Map<String, List<Reaction>>> reactions = comments.findReactions(ids).stream()
                .collect(groupingBy(
                        ReactionView::commentId,
                        groupingBy(
                                ReactionView::emoji, LinkedHashMap::new, mapping(ReactionView::reaction, toList()))));
        return InOrder.of(ids, comments.findViews(ids), view -> view.comment().getId()).stream()
                .map(view -> view.with(reactions.getOrDefault(view.comment().getId(), Map.of())))
                .toList();
    }
}
