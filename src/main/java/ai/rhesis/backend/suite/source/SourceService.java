package ai.rhesis.backend.suite.source;

import ai.rhesis.backend.annotation.subject.AttachmentService;
import ai.rhesis.backend.annotation.subject.Attachments;
import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.platform.query.InOrder;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.NamedReference;
import ai.rhesis.backend.platform.web.body.Patch;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The sources of an organization and their texts.
@Service
@Transactional
public class SourceService {

    private static final String TYPE = "SourceType";

    private final SourceRepository sources;
    private final TypeLookupService lookups;
    private final AttachmentService attachments;

    SourceService(SourceRepository sources, TypeLookupService lookups, AttachmentService attachments) {
        this.sources = sources;
        this.lookups = lookups;
        this.attachments = attachments;
    }

    @Transactional(readOnly = true)
    Listing<SourceView> list(ListRequest request) {
        return sources.listIds(request, SourceFields.ALL, Restriction.none()).mapAll(this::views);
    }

    @Transactional(readOnly = true)
    SourceView get(UUID id) {
        return view(sources.get(id));
    }

    @Transactional(readOnly = true)
    SourceText text(UUID id) {
        return new SourceText(get(id), sources.findContent(id));
    }

    /// Reads the texts of these sources, in this order, for those who make tests of them.
    ///
    /// @throws ProblemException 404 or 410 for the first of them that doesn't live
    @Transactional(readOnly = true)
    public List<SourceContent> contents(Collection<UUID> ids) {
        ids.forEach(sources::get);
        return InOrder.of(List.copyOf(ids), sources.findContents(ids.toArray(UUID[]::new)), SourceContent::id);
    }

    SourceView create(SourceRequest request) {
        requireType(request);
        KnowledgeSource source = sources.save(new KnowledgeSource(request));
        if (request.content() != null) {
            sources.writeContent(source.getId(), request.content());
        }
        return view(source);
    }

    /// Makes the source of a document and returns its id.
    UUID createFromFile(UploadedDocument document, String text) {
        UUID type = lookups.idOf(TYPE, NamedReference.of("Document"), "source_type");
        return create(document.toRequest(type, text)).source().getId();
    }

    SourceView update(UUID id, Patch<SourceRequest> change) {
        KnowledgeSource source = sources.getForUpdate(id);
        SourceRequest request = change.applyTo(SourceRequest.of(source), source.getVersion());
        requireType(request);
        source.change(request);
        if (change.mentions("content")) {
            source.touch();
            sources.writeContent(id, request.content());
        }
        return view(sources.save(source));
    }

    /// Replaces the text and returns when.
    Instant replaceContent(UUID id, String text) {
        KnowledgeSource source = sources.getForUpdate(id);
        source.touch();
        sources.writeContent(id, text);
        return sources.save(source).getUpdatedAt();
    }

    SourceView delete(UUID id, IfMatch ifMatch) {
        KnowledgeSource source = sources.getForUpdate(id);
        ifMatch.check(source.getVersion());
        SourceView last = view(source);
        source.delete();
        sources.save(source);
        return last;
    }

    private void requireType(SourceRequest request) {
        if (request.sourceTypeId() != null) {
            lookups.require(TYPE, request.sourceTypeId(), "source_type_id");
        }
    }

    private SourceView view(KnowledgeSource source) {
        return views(List.of(source.getId())).getFirst();
    }

    private List<SourceView> views(List<UUID> ids) {
        Attachments carried = attachments.of(KnowledgeSource.class, ids);
        return InOrder.of(ids, sources.findViews(ids), view -> view.source().getId()).stream()
                .map(view -> view.with(carried.of(view.source().getId())))
                .toList();
    }
}
