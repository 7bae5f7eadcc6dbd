package dev.latchkey.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNetworkTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2001:db8:1:2::1",
        "2001:DB8:1:2:ffff:ffff:ffff:ffff",
        "2001:0db8:0001:0002:0000:0000:0000:0001",
        "[2001:db8:1:2::1]",
        "2001:db8:1:2::1%eth0"
      })
  void R8_ipv6AddressesOfOneNetwork_areOneClient(String address) {
    assertThat(ClientNetwork.of(address)).isEqualTo("2001:db8:1:2:0:0:0:0/64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2001:db8:1:3::1", "2001:db8:2:2::1", "::1", "fe80::1"})
  void R8_ipv6AddressesOfOtherNetworks_areOtherClients(String address) {
    assertThat(ClientNetwork.of(address))
        .endsWith("/64")
        .isNotEqualTo(ClientNetwork.of("2001:db8:1:2::1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.7", "::ffff:192.0.2.7", "::FFFF:c000:207", "[::ffff:192.0.2.7]"})
  void R8_ipv4Address_isTheSameClientInEachNotation(String address) {
    assertThat(ClientNetwork.of(address)).isEqualTo("192.0.2.7");
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.7,192.0.2.8"})
  void R8_ipv4Addresses_areClientsOfTheirOwn(String one, String other) {
    assertThat(ClientNetwork.of(one)).isNotEqualTo(ClientNetwork.of(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "cafe", "[cafe]", "a:b:c:xyz", ":", "1:2:3", ".:1", "::1::"})
  void whatIsNoAddress_staysAsItIs_andNoNameIsLookedUp(String text) {
    assertThat(ClientNetwork.of(text)).isEqualTo(text);
  }
}
