package ai.rhesis.backend.integration.tool;

import ai.rhesis.backend.platform.problem.Problem;
import ai.rhesis.backend.platform.problem.ProblemException;
import java.util.List;
import okhttp3.HttpUrl;

/// The address of a repository of GitHub, of a folder in it or of a file, as people copy it from their browser.
///
/// @param branch `HEAD` where it names none
/// @param path of the folder or file; empty for all
record GithubAddress(String owner, String repository, String branch, String path) {

    private static final String NAME = "[A-Za-z0-9._-]{1,100}";
    private static final String FIELD = "repo_url";

    /// @throws ProblemException 400 when it is none
    static GithubAddress of(String address) {
        HttpUrl url = HttpUrl.parse(address.strip());
        List<String> parts = url == null
                ? List.of()
                : url.pathSegments().stream().filter(part -> !part.isEmpty()).toList();
        if (parts.size() < 2 || !parts.get(0).matches(NAME) || !parts.get(1).matches(NAME)) {
            throw Problem.badRequest(
                            FIELD,
                            FIELD
                                    + " must be an address such as https://github.com/owner/repository/tree/branch/folder")
                    .exception();
        }
        boolean hasBranch = parts.size() > 3 && List.of("tree", "blob").contains(parts.get(2));
        return new GithubAddress(
                parts.get(0),
                parts.get(1).replaceFirst("\\.git$", ""),
                hasBranch ? parts.get(3) : "HEAD",
                String.join("/", parts.subList(hasBranch ? 4 : 2, parts.size())));
    }

    /// Tells whether a file of the repository is meant.
    boolean holds(String file) {
        return path.isEmpty() || file.equals(path) || file.startsWith(path + "/");
    }
}
