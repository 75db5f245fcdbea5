package ai.rhesis.backend.egress;

import java.io.IOException;
import java.net.Proxy;
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

    private static final int IDLE_CONNECTIONS = 256;

    private final AddressGuard guard;
    private final OkHttpClient client;

    Egress(AddressGuard guard) {
        this.guard = guard;
        this.client = guarded(new OkHttpClient.Builder())
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .dispatcher(unlimited())
                .build();
    }

    /// The client that all calls share; whoever needs other time-outs derives from it with `newBuilder()`.
    public OkHttpClient client() {
        return client;
    }

    /// Guards a client that somebody else builds, such as a model provider's.
    public OkHttpClient.Builder guarded(OkHttpClient.Builder builder) {
        return builder.dns(guard::resolve)
                .socketFactory(new GuardedSockets(guard))
                .proxy(Proxy.NO_PROXY)
                .followSslRedirects(false)
                .retryOnConnectionFailure(true)
                .addNetworkInterceptor(Egress::stayOnHost);
    }

    private static Response stayOnHost(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        String location = response.header("Location");
        if (response.isRedirect() && location != null) {
            HttpUrl from = chain.request().url();
            HttpUrl to = from.resolve(location);
            if (to == null || !to.host().equals(from.host()) || to.port() != from.port()) {
                response.close();
                throw CallException.refused("the answer of " + from.host() + " redirects to another host");
            }
        }
        return response;
    }

    private static Dispatcher unlimited() {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        return dispatcher;
    }
}
