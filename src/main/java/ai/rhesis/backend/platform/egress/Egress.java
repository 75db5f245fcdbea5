package ai.rhesis.backend.platform.egress;

import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.springframework.stereotype.Component;

/// The one way out: HTTP clients whose every connection the address guard has seen and that no redirect leads off the
/// host.
@Component
public class Egress {

    /// How long a call may take, its answer read to the end, unless it is told otherwise.
    public static final Duration MAX_CALL_DURATION = Duration.ofSeconds(120);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int IDLE_CONNECTIONS = 256;
    private static final String RETRY_AFTER = "Retry-After";
    private static final String SOCKET_EXTENSIONS = "Sec-WebSocket-Extensions";

    // What a conversation over a web socket may bring, frames and handshake included.
    private static final long MAX_SOCKET_BYTES = 2_000_000;

    private final AddressGuard guard;
    private final OkHttpClient client;
    private final OkHttpClient socketClient;

    Egress(AddressGuard guard) {
        this.guard = guard;
        this.client = guarded(new OkHttpClient.Builder())
                .callTimeout(MAX_CALL_DURATION)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .dispatcher(unlimited())
                .build();
        this.socketClient = guarded(new OkHttpClient.Builder())
                .socketFactory(new GuardedSockets(guard, MAX_SOCKET_BYTES))
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MINUTES))
                .dispatcher(unlimited())
                .followRedirects(false)
                .addInterceptor(Egress::withoutCompression)
                .build();
    }

    /// The client for web sockets: interceptors of the network don't see their handshakes, so that it follows no
    /// redirect at all, and they have no size of their own, so that the socket has one.
    public OkHttpClient socketClient() {
        return socketClient;
    }

    /// Refuses at once what a connection would be refused for, where that happens on another thread.
    ///
    /// @throws CallException when the host is unknown or may not be connected to
    public void check(HttpUrl url) {
        guard.resolve(url.host());
    }

    /// The client that all calls share.
    public OkHttpClient client() {
        return client;
    }

    /// What every client has. On its own it tries again only where an idle connection turned out to be closed, as
    /// servers of HTTP/1.0 leave them: the rest is for [Attempts]. Reading and writing are bounded by the time of
    /// the whole call.
    OkHttpClient.Builder guarded(OkHttpClient.Builder builder) {
        return builder.dns(guard::resolve)
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .socketFactory(new GuardedSockets(guard))
                .proxy(Proxy.NO_PROXY)
                .followSslRedirects(false)
                .retryOnConnectionFailure(true)
                .addNetworkInterceptor(Egress::stayOnHost)
                .addNetworkInterceptor(Egress::withoutOwnRetry);
    }

    // A few compressed bytes can become any number of them.
    private static Response withoutCompression(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(
                chain.request().newBuilder().removeHeader(SOCKET_EXTENSIONS).build());
        return response.newBuilder().removeHeader(SOCKET_EXTENSIONS).build();
    }

    private static Response stayOnHost(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String location = response.header("Location");
        if (response.isRedirect() && location != null) {
            HttpUrl from = chain.request().url();
            HttpUrl to = from.resolve(location);
            if (to == null || !Origin.of(to).equals(Origin.of(from))) {
                response.close();
                throw CallException.refused("the answer of " + from.host()
                        + " redirects to another host, port or scheme, which is not followed");
            }
        }
        return response;
    }

    // The client would call again at once after "come back at once", and after 408 unless told when to come back.
    private static Response withoutOwnRetry(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String asked = response.header(RETRY_AFTER);
        if (response.code() == 503 && "0".equals(asked)) {
            return response.newBuilder().removeHeader(RETRY_AFTER).build();
        }
        boolean isLate = response.code() == 408 && (asked == null || asked.equals("0"));
        return isLate ? response.newBuilder().header(RETRY_AFTER, "1").build() : response;
    }

    private static Dispatcher unlimited() {
        Dispatcher dispatcher = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        return dispatcher;
    }
}
