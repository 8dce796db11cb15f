package org.storywire.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450::1",
        "64:ff9b::8.8.8.8"
      })
  void shouldHaveNoObjectionWhenAddressIsPublic(String literal) {
    assertThat(PublicAddresses.objection(IpLiteral.parse(literal).orElseThrow())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "100.64.0.1, carrier-grade NAT",
    "100.127.255.255, carrier-grade NAT",
    "169.254.169.254, link-local or metadata service",
    "172.31.255.255, private network",
    "239.1.2.3, multicast",
    "::1, IPv6 form of an IPv4 address",
    "::8.8.8.8, IPv6 form of an IPv4 address",
    "64:ff9b::10.0.0.1, 'private network, by NAT64'",
    "64:ff9b:1::808:808, not global IPv6",
    "::ffff:0:8.8.8.8, IPv6 form of an IPv4 address",
    "::ffff:192.168.1.1, private network",
    "2002:808:808::1, 6to4",
    "2001::1, protocol assignments",
    "fe80::1, not global IPv6",
    "fd00::1, not global IPv6",
    "2606:4700::200:5efe:10.0.0.1, ISATAP"
  })
  void shouldSayWhatItIsWhenAddressIsNotPublic(String literal, String objection) {
    assertThat(PublicAddresses.objection(IpLiteral.parse(literal).orElseThrow()))
        .contains(objection);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"paper.example", "1.2.3.4.5", "256.0.0.1", "08.0.0.1", "0x.example", "::g", ""})
  void shouldGiveNothingWhenTextIsNoLiteral(String text) {
    assertThat(IpLiteral.parse(text)).isEmpty();
  }
}
