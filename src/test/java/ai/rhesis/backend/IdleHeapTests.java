package ai.rhesis.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdleHeapTests {

    private final Map<String, String> flags = new HashMap<>();

    @Test
    void aProcessWithoutFlagsGivesMemoryBack() {
        IdleHeap.giveBack(jvm(VMOption.Origin.DEFAULT));
        assertThat(flags)
                .containsEntry("MinHeapFreeRatio", "10")
                .containsEntry("MaxHeapFreeRatio", "25")
                .containsEntry("G1PeriodicGCInterval", "10000");
    }

    @Test
    void flagsOfWhoeverStartedItStay() {
        IdleHeap.giveBack(jvm(VMOption.Origin.ENVIRON_VAR));
        assertThat(flags).isEmpty();
    }

    @Test
    void theJvmTakesTheFlagsWhileItRuns() {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        IdleHeap.giveBack(jvm(VMOption.Origin.DEFAULT));
        assertThat(flags.keySet())
                .allSatisfy(
                        flag -> assertThat(jvm.getVMOption(flag).isWriteable()).isTrue());
    }

    /// Makes a JVM that remembers what is set.
    private HotSpotDiagnosticMXBean jvm(VMOption.Origin origin) {
        return (HotSpotDiagnosticMXBean) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HotSpotDiagnosticMXBean.class},
                (bean, method, arguments) -> switch (method.getName()) {
                    case "getVMOption" -> new VMOption((String) arguments[0], "0", true, origin);
                    case "setVMOption" -> flags.put((String) arguments[0], (String) arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
