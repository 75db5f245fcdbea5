package ai.rhesis.backend.integration.tool;

import ai.rhesis.backend.platform.egress.CallException;
import ai.rhesis.backend.platform.egress.Origin;
import ai.rhesis.backend.platform.egress.Redaction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/// The way to a tool over HTTP: its address, and what opens it.
record ToolAccess(HttpUrl address, Map<String, String> headers, Redaction redaction) {

    private static final HttpUrl GITHUB = HttpUrl.get("https://api.github.com");
    private static final String JSON = "application/json";

    /// @throws ProblemException 422 when the tool lacks a credential
    static ToolAccess jira(OpenedTool tool) {
        String token = tool.credential("JIRA_API_TOKEN");
        String basic = Credentials.basic(tool.credential("JIRA_USERNAME"), token, StandardCharsets.UTF_8);
        return new ToolAccess(
                address(tool, "JIRA_URL"),
                Map.of("Authorization", basic),
                Redaction.of(token, basic.substring("Basic ".length())));
    }

    /// @param tool null for what everybody may read
    /// @throws ProblemException 422 when the tool lacks a credential
    static ToolAccess github(@Nullable OpenedTool tool) {
        Map<String, String> headers = new HashMap<>(Map.of("X-GitHub-Api-Version", "2022-11-28"));
        if (tool == null) {
            return new ToolAccess(GITHUB, headers, Redaction.NONE);
        }
        String token = tool.credential("GITHUB_PERSONAL_ACCESS_TOKEN");
        headers.put("Authorization", "Bearer " + token);
        HttpUrl own = tool.credentials().containsKey("GITHUB_API_URL") ? address(tool, "GITHUB_API_URL") : GITHUB;
        return new ToolAccess(own, headers, Redaction.of(token));
    }

    private static HttpUrl address(OpenedTool tool, String credential) {
        String address = tool.credential(credential);
        HttpUrl url = address.matches(Origin.HTTP) ? HttpUrl.parse(address) : null;
        if (url == null) {
            throw tool.invalid("has a " + credential + " that is no address of HTTP");
        }
        return url;
    }

    /// @param path the parts of a path below the address, as they are before they are encoded
    /// @param query names and values
    Request get(List<String> path, Map<String, String> query, String accept) {
        HttpUrl.Builder url = below(path);
        query.forEach(url::addQueryParameter);
        return opened(url).header("Accept", accept).build();
    }

    Request get(String... path) {
        return get(List.of(path), Map.of(), JSON);
    }

    Request post(List<String> path, String body) {
        // as bytes, so that no charset is added to the type
        RequestBody json = RequestBody.create(body.getBytes(StandardCharsets.UTF_8), MediaType.get(JSON));
        return opened(below(path)).header("Accept", JSON).post(json).build();
    }

    private Request.Builder opened(HttpUrl.Builder url) {
        Request.Builder request = new Request.Builder().url(url.build()).header("User-Agent", "rhesis");
        try {
            headers.forEach(request::header);
        } catch (IllegalArgumentException unsendable) {
            // the message of the client would repeat the secret
            throw CallException.configuration("its credentials hold characters that no HTTP header can carry");
        }
        return request;
    }

    /// Returns the address of a page for people.
    String page(String... path) {
        return below(List.of(path)).build().toString();
    }

    private HttpUrl.Builder below(List<String> path) {
        HttpUrl.Builder url = address.newBuilder().query(null).fragment(null);
        path.forEach(url::addPathSegment);
        return url;
    }

    // It holds secrets.
    @Override
    public String toString() {
        return "ToolAccess[" + address.host() + "]";
    }
}
