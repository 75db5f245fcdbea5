package ai.rhesis.backend.platform.egress;

import java.util.Locale;
import okhttp3.HttpUrl;

/// Scheme, host and port of an address: where a secret that was given for it may be sent.
public record Origin(String scheme, String host, int port) {

    // No user name, because addresses are shown to everyone, and no backslash, which some clients read as a slash.
    private static final String REST = "://([\\p{L}\\p{N}._-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?([/?#]\\S*)?";

    /// Regular expression of an address of HTTP.
    public static final String HTTP = "(?i)https?" + REST;

    /// Regular expression of an address of web sockets.
    public static final String SOCKET = "(?i)wss?" + REST;

    static Origin of(HttpUrl url) {
        return new Origin(url.scheme(), url.host(), url.port());
    }

    /// Returns the origin of an address of HTTP or web sockets; a text that is no address is an origin of its own.
    public static Origin of(String url) {
        HttpUrl parsed = HttpUrl.parse(httpOf(url));
        if (parsed == null) {
            return new Origin("", url, 0);
        }
        return new Origin(url.substring(0, url.indexOf(':')).toLowerCase(Locale.ROOT), parsed.host(), parsed.port());
    }

    /// Converts the address of a web socket to that of HTTP with which it begins; any other stays.
    public static String httpOf(String url) {
        return url.replaceFirst("(?i)^ws(?=s?:)", "http");
    }
}
