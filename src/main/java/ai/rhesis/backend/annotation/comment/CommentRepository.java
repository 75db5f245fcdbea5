package ai.rhesis.backend.annotation.comment;

import ai.rhesis.backend.platform.persistence.TenantRepository;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface CommentRepository extends TenantRepository<Comment> {

    @Query("""
            select new ai.rhesis.backend.annotation.comment.CommentView(c, u.reference)
            from Comment c
            left join User u on u.id = c.userId
            where c.id in :ids
            """)
    List<CommentView> findViews(Collection<UUID> ids);

    @Query("""
            select new ai.rhesis.backend.annotation.comment.ReactionView(
                r.commentId, r.emoji, u.id, coalesce(u.givenName, u.name, u.email))
            from CommentReaction r
            join User u on u.id = r.userId
            where r.commentId in :commentIds
            order by r.createdAt, u.id
            """)
    List<ReactionView> findReactions(Collection<UUID> commentIds);

    @Modifying
    @Query(nativeQuery = true, value = """
            insert into app.comment_reaction (comment_id, emoji, user_id)
            values (:commentId, :emoji, :userId)
            on conflict (organization_id, comment_id, emoji, user_id) do nothing
            """)
    void react(UUID commentId, String emoji, UUID userId);

    @Modifying
    @Query("delete from CommentReaction r where r.commentId = :commentId and r.emoji = :emoji and r.userId = :userId")
    void unreact(UUID commentId, String emoji, UUID userId);
}
