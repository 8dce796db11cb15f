package org.storywire.ingest.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.storywire.ingest.agency.AgencyItem.Status;
import org.storywire.ingest.agency.AgencyItem.Subject;

class AgencyReaderTest {

  @Test
  void shouldReadNinjsWhenItIsOfVersion1() throws AgencyReader.NoAgencyItem {
    // Given
    String json =
        """
        {"uri": "urn:wire:1", "version": "2", "versioncreated": "2026-03-01T10:00:00+01:00",
         "pubstatus": "usable", "urgency": 3, "language": "en", "headline": "Harbour bridge opens",
         "byline": "By Ada Miller", "copyrightnotice": "(c) Example Wire",
         "subject": [{"code": "medtop:20000432", "name": "traffic"}, {"name": "bridges"}],
         "body_html": "<p>The bridge opened on Monday.</p><p>It took six years.</p>",
         "body_text": "The bridge opened on Monday. It took six years."}
        """;

    // When
    AgencyItem item = json(json).get(0);

    // Then
    assertThat(item.get("guid")).contains("urn:wire:1");
    assertThat(item.get("version")).contains("2");
    assertThat(item.get("versionCreated")).contains("2026-03-01T10:00:00+01:00");
    assertThat(item.get("headline")).contains("Harbour bridge opens");
    assertThat(item.get("byline")).contains("By Ada Miller");
    assertThat(item.get("urgency")).contains("3");
    assertThat(item.subjects())
        .extracting(Subject::code)
        .containsExactly("medtop:20000432", "bridges");
    assertThat(item.text()).isEqualTo("The bridge opened on Monday.\n\nIt took six years.");
    assertThat(item.status()).isEqualTo(Status.USABLE);
  }

  @Test
  void shouldReadNinjsWhenNamesAreInCamelCaseAndTextsHaveRoles() throws AgencyReader.NoAgencyItem {
    // Given
    String json =
        """
        [{"uri": "urn:wire:2", "versionCreated": "2026-03-01T10:00:00Z", "pubStatus": "canceled",
          "by": "Ada Miller", "copyrightNotice": "(c) Example Wire",
          "headlines": [{"role": "short", "value": "Bridge"}, {"role": "main", "value": "Bridge opens"}],
          "subjects": [{"uri": "http://codes.example/traffic", "literal": "traffic"}],
          "bodies": [{"role": "text", "contentType": "text/plain", "value": "Opened on Monday."}]}]
        """;

    // When
    AgencyItem item = json(json).get(0);

    // Then
    assertThat(item.get("headline")).contains("Bridge opens");
    assertThat(item.get("byline")).contains("Ada Miller");
    assertThat(item.get("copyrightNotice")).contains("(c) Example Wire");
    assertThat(item.subjects())
        .extracting(Subject::code)
        .containsExactly("http://codes.example/traffic");
    assertThat(item.text()).isEqualTo("Opened on Monday.");
    assertThat(item.status()).isEqualTo(Status.CANCELED);
  }

  @Test
  void shouldReadEachNewsItemWhenAMessageHoldsSeveral() throws AgencyReader.NoAgencyItem {
    // Given
    String xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/">
          <header><sent>2026-03-01T10:00:00Z</sent></header>
          <itemSet>
            <packageItem guid="P"/>
            <newsItem guid="N1" version="4" xml:lang="en-GB">
              <rightsInfo><copyrightNotice>Example Wire</copyrightNotice></rightsInfo>
              <itemMeta>
                <itemClass qcode="ninat:text"/>
                <provider qcode="nprov:EXW"/>
                <versionCreated>2026-03-01T09:59:00Z</versionCreated>
                <embargoed>2026-03-02T06:00:00Z</embargoed>
                <pubStatus qcode="stat:withheld"/>
                <signal qcode="sig:correction"/>
              </itemMeta>
              <contentMeta>
                <creator><name>Ada Miller</name></creator>
                <subject qcode="medtop:04000000"><name>economy</name></subject>
                <headline>Rates stay</headline>
              </contentMeta>
              <contentSet><inlineXML contenttype="application/xhtml+xml">
                <html xmlns="http://www.w3.org/1999/xhtml"><head><title>Rates</title></head>
                <body><p>The bank left rates <em>alone</em>.</p><p>Markets had hoped for less.</p></body></html>
              </inlineXML></contentSet>
            </newsItem>
            <newsItem guid="N2"/>
          </itemSet>
        </newsMessage>
        """;

    // When
    List<AgencyItem> items = xml(xml);

    // Then
    assertThat(items).extracting(item -> item.get("guid").orElse("")).containsExactly("N1", "N2");
    AgencyItem first = items.get(0);
    assertThat(first.get("version")).contains("4");
    assertThat(first.get("kind")).contains("ninat:text");
    assertThat(first.get("provider")).contains("nprov:EXW");
    assertThat(first.get("language")).contains("en-GB");
    assertThat(first.get("embargoed")).contains("2026-03-02T06:00:00Z");
    assertThat(first.creators()).containsExactly("Ada Miller");
    assertThat(first.subjects()).extracting(Subject::code).containsExactly("medtop:04000000");
    assertThat(first.get("headline")).contains("Rates stay");
    assertThat(first.text()).isEqualTo("The bank left rates alone.\n\nMarkets had hoped for less.");
    assertThat(first.status()).isEqualTo(Status.WITHHELD);
    assertThat(first.isCorrection()).isTrue();
  }

  @Test
  void shouldReadNitfWhenItNamesADtd() throws AgencyReader.NoAgencyItem {
    // Given
    String xml =
        """
        <!DOCTYPE nitf SYSTEM "http://127.0.0.1:9/nitf.dtd">
        <nitf><head>
          <tobject><tobject.subject tobject.subject.refnum="11000000" tobject.subject.type="Politics"/></tobject>
          <docdata management-status="usable"><doc-id regsrc="EXW" id-string="exw-77"/>
            <date.issue norm="20260301T095900Z"/><urgency ed-urg="2"/></docdata></head>
          <body><body.head><hedline><hl1>Mayor resigns</hl1></hedline><byline>By Ada Miller</byline></body.head>
          <body.content><p>The mayor resigned.</p><hl2>Successor</hl2><p>None is named yet.</p></body.content></body></nitf>
        """;

    // When
    AgencyItem item = xml(xml).get(0);

    // Then
    assertThat(item.get("guid")).contains("exw-77");
    assertThat(item.get("headline")).contains("Mayor resigns");
    assertThat(item.get("byline")).contains("By Ada Miller");
    assertThat(item.get("versionCreated")).contains("20260301T095900Z");
    assertThat(item.get("urgency")).contains("2");
    assertThat(item.subjects()).extracting(Subject::code).containsExactly("11000000");
    assertThat(item.text()).isEqualTo("The mayor resigned.\n\nSuccessor\n\nNone is named yet.");
  }

  @Test
  void shouldTakeNothingFromOutsideWhenAnEntityIsDeclared() throws AgencyReader.NoAgencyItem {
    // Given
    String xml =
        """
        <!DOCTYPE nitf [<!ENTITY out SYSTEM "file:///etc/hostname"><!ENTITY own "grown grown grown">]>
        <nitf><body><body.content><p>Before &out; and &own; after.</p></body.content></body></nitf>
        """;

    // When
    String text = xml(xml).get(0).text();

    // Then
    assertThat(text).isEqualTo("Before &out; and &own; after.");
  }

  @Test
  void shouldRefuseXmlWhenItsEndIsMissing() {
    // Given
    String xml = "<nitf><body><body.content><p>The mayor resigned.</p><p>None is na";

    // When, Then
    assertThatThrownBy(() -> xml(xml))
        .isInstanceOf(AgencyReader.NoAgencyItem.class)
        .hasMessage("ends before its root element nitf does");
  }

  @Test
  void shouldSayWhatWasFoundWhenXmlIsOfAnotherKind() {
    // When, Then
    assertThatThrownBy(() -> xml("<rss version='2.0'></rss>"))
        .isInstanceOf(AgencyReader.NoAgencyItem.class)
        .hasMessageStartingWith("has a root element rss");
  }

  @Test
  void shouldRefuseJsonWhenItHoldsNoItem() {
    // When, Then
    assertThatThrownBy(() -> json("[{\"headline\": \"no address\"}]"))
        .isInstanceOf(AgencyReader.NoAgencyItem.class)
        .hasMessage("holds no ninjs item, expected an object with a uri");
    assertThatThrownBy(() -> json("{\"uri\": "))
        .isInstanceOf(AgencyReader.NoAgencyItem.class)
        .hasMessageStartingWith("is not JSON");
  }

  private static List<AgencyItem> json(String text) throws AgencyReader.NoAgencyItem {
    return AgencyReader.readJson(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<AgencyItem> xml(String text) throws AgencyReader.NoAgencyItem {
    return AgencyReader.readXml(text.strip().getBytes(StandardCharsets.UTF_8));
  }
}
