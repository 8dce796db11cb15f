/**
 * Items of news agencies: ninjs 1 to 3, NewsML-G2 and NITF, the formats of the IPTC. {@link
 * org.storywire.ingest.agency.AgencyReader} tells them apart by content. XML is read without DTDs
 * and without external entities.
 */
package org.storywire.ingest.agency;
