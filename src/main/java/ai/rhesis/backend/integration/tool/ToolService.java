package ai.rhesis.backend.integration.tool;

import ai.rhesis.backend.annotation.typelookup.TypeLookupService;
import ai.rhesis.backend.platform.persistence.BaseEntity;
import ai.rhesis.backend.platform.persistence.Directory;
import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import ai.rhesis.backend.platform.query.InOrder;
import ai.rhesis.backend.platform.query.ListRequest;
import ai.rhesis.backend.platform.query.Listing;
import ai.rhesis.backend.platform.query.Restriction;
import ai.rhesis.backend.platform.secrets.KeyRing;
import ai.rhesis.backend.platform.tenancy.Tenant;
import ai.rhesis.backend.platform.web.IfMatch;
import ai.rhesis.backend.platform.web.body.Patch;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Tools and their credentials, which come in and never go out.
@Service
@Transactional
class ToolService {

    private static final Logger log = LoggerFactory.getLogger(ToolService.class);
    private static final String TYPE = "ToolProviderType";
    private static final String FIELD = "tool_id";
    private static final TypeReference<Map<String, String>> CREDENTIALS = new TypeReference<>() {};

    private final ToolRepository tools;
    private final Directory directory;
    private final TypeLookupService lookups;
    private final KeyRing keys;
    private final JsonMapper json;

    ToolService(ToolRepository tools, Directory directory, TypeLookupService lookups, KeyRing keys, JsonMapper json) {
        this.tools = tools;
        this.directory = directory;
        this.lookups = lookups;
        this.keys = keys;
        this.json = json;
    }

    @Transactional(readOnly = true)
    Listing<ToolView> list(ListRequest request) {
        return tools.listIds(request, ToolFields.ALL, Restriction.none()).mapAll(this::views);
    }

    @Transactional(readOnly = true)
    ToolView get(UUID id) {
        return view(tools.get(id));
    }

    /// Makes sure that a body names a living tool.
    ///
    /// @throws ProblemException 422 that names `tool_id`
    @Transactional(readOnly = true)
    void requireReferenced(UUID id) {
        if (!directory.isLiving(Tool.class, id)) {
            throw noTool();
        }
    }

    /// Opens a stored tool that a body names, to be called.
    ///
    /// @throws ProblemException 422 that names `tool_id`, when it is none or its credentials can't be opened here
    @Transactional(readOnly = true)
    OpenedTool open(UUID id) {
        Tool tool = tools.findById(id).orElseThrow(ToolService::noTool);
        return new OpenedTool(
                lookups.get(tool.getToolProviderTypeId()).getTypeValue(),
                opened(tool),
                Objects.requireNonNullElse(tool.getToolMetadata(), Map.of()),
                FIELD);
    }

    /// Opens the tool that a request wants tried: a stored one, perhaps with other metadata, or one by its parts.
    ///
    /// @throws ProblemException 422 when the tool or its type is none
    @Transactional(readOnly = true)
    OpenedTool open(ToolConnectionRequest request) {
        Map<String, String> credentials = request.credentials();
        OpenedTool tool = request.toolId() == null ? unsaved(request) : open(request.toolId());
        return new OpenedTool(
                tool.provider(),
                credentials == null ? tool.credentials() : credentials,
                request.toolMetadata() == null ? tool.metadata() : request.toolMetadata(),
                tool.field());
    }

    private OpenedTool unsaved(ToolConnectionRequest request) {
        UUID type = request.providerTypeId();
        if (type == null) {
            throw Problem.invalid(FIELD, "must name a tool, or provider_type_id its provider")
                    .exception();
        }
        lookups.require(TYPE, type, "provider_type_id");
        return new OpenedTool(lookups.get(type).getTypeValue(), Map.of(), Map.of(), "credentials");
    }

    private Map<String, String> opened(Tool tool) {
        try {
            String plain = keys.decrypt(tool.encryptedCredentials(), tool.getOrganizationId(), tool.getId());
            return json.readValue(plain, CREDENTIALS);
        } catch (IllegalStateException unreadable) {
            log.error("The credentials of the tool {} can't be opened: {}", tool.getId(), unreadable.getMessage());
            throw Problem.invalid(FIELD, "has credentials that can't be opened on this server: save them again")
                    .exception();
        }
    }

    ToolView create(ToolRequest request) {
        Map<String, String> credentials = request.credentials();
        if (credentials == null) {
            throw noCredentials();
        }
        requireType(request);
        UUID id = request.id() == null ? BaseEntity.newId() : request.id();
        return view(tools.save(new Tool(id, request, encrypted(id, credentials))));
    }

    ToolView update(UUID id, Patch<ToolRequest> change) {
        Tool tool = tools.getForUpdate(id);
        ToolRequest request = change.applyTo(ToolRequest.of(tool), tool.getVersion());
        requireType(request);
        tool.change(request);
        Map<String, String> credentials = request.credentials();
        if (credentials != null) {
            tool.keepCredentials(encrypted(id, credentials));
        } else if (change.mentions("credentials")) {
            throw noCredentials();
        }
        return view(tools.save(tool));
    }

    void delete(UUID id, IfMatch ifMatch) {
        Tool tool = tools.getForUpdate(id);
        ifMatch.check(tool.getVersion());
        tool.delete();
        tools.save(tool);
    }

    private void requireType(ToolRequest request) {
        lookups.require(TYPE, request.toolProviderTypeId(), "tool_provider_type_id");
    }

    private String encrypted(UUID id, Map<String, String> credentials) {
        return keys.encrypt(
                json.writeValueAsString(credentials), Tenant.current().organizationId(), id);
    }

    private static ProblemException noTool() {
        return Problem.invalid(FIELD, "is not the id of a tool").exception();
    }

    private static RuntimeException noCredentials() {
        return Problem.invalid("credentials", "must not be null").exception();
    }

    private ToolView view(Tool tool) {
        return views(List.of(tool.getId())).getFirst();
    }

    private List<ToolView> views(List<UUID> ids) {
        return InOrder.of(ids, tools.findViews(ids), view -> view.tool().getId());
    }
}
