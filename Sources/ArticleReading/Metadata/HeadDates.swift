import ArticleModel

/// Names under which the heads of pages give the day of publication.
///
/// Programs write the same name with hyphens, underscores, points and colons: only letters and digits count here, so
/// `article:published_time` is `articlepublishedtime`.
enum HeadDates {
  /// The best first: what names the day an article was printed goes before what may be that of the page or of a change.
  private static let names = [
    "articlepublishedtime", "ogpublishedtime", "ogarticlepublishedtime", "articlepublished", "articlepublisheddate",
    "articlepublicationdate", "articlepostdate", "ogarticlepublished", "datepublished", "rnewsdatepublished",
    "parselypubdate", "sailthrudate", "citationpublicationdate", "citationdate", "citationonlinedate", "dcdateissued",
    "dctermsissued", "dctermscreated", "dcdatepublication", "dcdate", "dctermsdate", "date", "pubdate",
    "publishdate", "publisheddate", "publicationdate", "publishtime", "publishedtime", "publishedat", "datepublish",
    "ogpubdate", "ogpublishdate", "ogdatepublished", "ogregdate", "btpubdate", "rbpubdate", "ptime", "pdate",
    "cxenseparserecspublishtime", "mediatorpublishedtime", "vrpublishedtime", "twtpublishedat",
    "shareaholicarticlepublishedtime", "analyticsattributesarticledate", "dcsextarticlefirstpublished", "dat",
    "articledateoriginal", "contentpublisheddate", "originalpublicationdate", "articledate", "displaydate",
    "docdate", "dateposted", "postdate", "postingdate", "releasedate", "videoreleasedate", "contentcreatedate",
    "articlecreated", "datecreated", "dcdatecreated", "dccreated", "created", "gentime", "timestamp", "lastmodified",
  ]

  private static let ranks = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })

  /// The day, and the moment as the page writes it.
  ///
  /// - Parameter heads: Contents by name, the names in lower case.
  static func published(_ heads: [String: String], _ dates: PublishedDates) -> (day: DateValue, text: String)? {
    var best: (rank: Int, name: String, day: DateValue)?
    for (name, content) in heads {
      guard let rank = ranks[name.filter { $0.isLetter || $0.isNumber }], let day = dates.parse(content),
        day.precision == .day
      else { continue }
      // Of two spellings the first in the alphabet, so that a page is read alike each time.
      if best.map({ (rank, name) < ($0.rank, $0.name) }) ?? true { best = (rank, name, day) }
    }
    return best.flatMap { found in heads[found.name].map { (found.day, $0) } }
  }
}
