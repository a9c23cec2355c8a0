import ArticleModel
import IndexDefinition
import Testing

@testable import Extraction

/// The places of a text as `words=id`, the text's paragraphs parted by line feeds.
private func places(_ text: String) -> [String] {
  let tokens = Tokenizer.tokens(of: article(text))
  return finder.regions(in: tokens).places.map { "\(text.text(in: $0.span))=\($0.region.id)" }
}

private func allusions(_ text: String) -> [String] {
  let tokens = Tokenizer.tokens(of: article(text))
  return finder.regions(in: tokens).allusions.map { "\(text.text(in: $0.span))=\($0.id)" }
}

private let finder = RegionFinder(definition: .builtIn)

private func article(_ text: String) -> Article {
  var blocks: [Block] = []
  var start = 0
  for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") {
    blocks.append(Block(kind: .paragraph, span: TextSpan(start, offset + 1)))
    start = offset + 1
  }
  if start < text.utf8.count { blocks.append(Block(kind: .paragraph, span: TextSpan(start, text.utf8.count))) }
  return Article(id: "a", source: "a", text: text, blocks: blocks)
}

@Suite struct RegionFinderTests {
  @Test(
    arguments: [
      ("The ferry left Kherson for Odesa.", ["Kherson=UA-65", "Odesa=UA-51"]),
      ("Talks in Kyiv, and later in Kiev.", ["Kyiv=UA-30", "Kiev=UA-30"]),
      ("He flew to São Paulo, she to Sao Paulo.", ["São Paulo=BR-SP", "Sao Paulo=BR-SP"]),
      ("The U.S. and the UK signed it; tell us more.", ["U.S.=US", "UK=GB"]),
      // The word's hash shares some bits with those of names.
      ("Sen. Ada Ode (R-Utah) left; the film is R-Rated.", ["Utah=US-UT"]),
      ("Burma, now Myanmar, borders Thailand.", ["Burma=MM", "Myanmar=MM", "Thailand=TH"]),
      ("The Democratic Republic of the Congo voted.", ["Democratic Republic of the Congo=CD"]),
      ("Schools in Africa and South America closed.", ["Africa=geonames:6255146", "South America=geonames:6255150"]),
      ("Vessels waited off Côte d'Ivoire.", ["Côte d'Ivoire=CI"]),
      ("the minister spoke in turkey and china shops", []),
    ])
  func namesSpellingsAndFormerNames(text: String, expected: [String]) {
    #expect(places(text) == expected)
  }

  @Test(
    arguments: [
      ("He was born in Lincoln, Nebraska.", ["Lincoln=US-NE", "Nebraska=US-NE"]),
      ("Mr. Lincoln paid. Lincoln left.", []),
      ("A concert at Lincoln Center opened.", []),
      ("She studied at the University of Chicago.", []),
      ("She lives in Chicago.", ["Chicago=US-IL"]),
      ("Reading is fun. Most pupils agree. Nice, they say.", []),
      ("The train to Nice was late; it stood in Reading for an hour.", ["Reading=GB-ENG"]),
      ("The Boston Globe reported it.", []),
      ("Houston Street was closed.", []),
      ("Sen. Cruz met Gov. Houston.", []),
      ("Jordan's King spoke, said Mr. Jordan.", ["Jordan=JO"]),
    ])
  func theWordsAroundANameDecide(text: String, expected: [String]) {
    #expect(places(text) == expected)
  }

  @Test(
    arguments: [
      ("Tbilisi said Georgia would vote again; Russia protested.", "Georgia=GE"),
      ("Georgian riders crossed Georgia.", "Georgia=GE"),
      ("Voters in Atlanta and in Florida waited; Georgia counted.", "Georgia=US-GA"),
      ("Rain fell in Georgia.", "Georgia=GE"),
      ("The state of Georgia sued.", "Georgia=US-GA"),
      ("Korea's largest yard will build it.", "Korea=KR"),
      ("Pyongyang fired a missile; Korea is divided.", "Korea=KP"),
      ("Spanish farmers met in Córdoba; Spain is dry.", "Córdoba=ES-AN"),
      ("Argentine farmers met in Córdoba; Spain is far.", "Córdoba=AR-X"),
      ("Americans flew to Athens from the United States.", "Athens=GR-I"),
      ("Tampa, Florida, was calm; in Augusta, Georgia, it rained.", "Georgia=US-GA"),
      ("Washington warned its allies.", "Washington=US-DC"),
      ("Fires burned in Washington state.", "Washington=US-WA"),
      ("From Seattle to Spokane, Washington counted its dead.", "Washington=US-WA"),
      ("Brazzaville denied that Congo had paid.", "Congo=CG"),
      ("Kinshasa denied that Congo had paid.", "Congo=CD"),
      ("Niger closed its border with Nigeria.", "Niger=NE"),
      ("Pyongyang's envoy left; North Korea and the rest of Korea watched.", "Korea=KP"),
    ])
  func placesOfOneNameAreToldApart(text: String, expected: String) {
    #expect(places(text).contains(expected))
  }

  @Test(
    arguments: [
      ("MARIUPOL, Ukraine (Wire) - Trucks arrived.", ["MARIUPOL=UA-14", "Ukraine=UA"]),
      ("SANTIAGO MATATLÁN, Mexico — Trucks arrived.", ["Mexico=MX"]),
      ("SANTIAGO, Chile — Trucks arrived.", ["SANTIAGO=CL-RM", "Chile=CL"]),
      ("He lives in Buenos Aires.", ["Buenos Aires=AR-C"]),
      ("NAIROBI, Kenya, March 3 — Trucks arrived.", ["NAIROBI=KE-30", "Kenya=KE"]),
      ("Rep. Ana Stone, D-Calif., and a Kyiv-based editor spoke.", ["Calif.=US-CA", "Kyiv=UA-30"]),
      (
        "Plants in Flint, Mich., and Tyler, Tex., closed.", ["Flint=US-MI", "Mich.=US-MI", "Tyler=US-TX", "Tex.=US-TX"]
      ),
      ("Miss. Stone and Ms. Ind were there.", []),
    ])
  func datelinesAndAbbreviations(text: String, expected: [String]) {
    #expect(places(text) == expected)
  }

  @Test func aSmallTownNeedsItsCountry() {
    #expect(places("Shells fell near Vovchansk, Ukraine said.").contains("Ukraine=UA"))
    #expect(places("Shells fell near Smila in Ukraine.") == ["Smila=UA-71", "Ukraine=UA"])
    #expect(places("Shells fell near Smila.").isEmpty)
  }

  @Test func onceShownANameIsAPlaceThroughoutTheArticle() {
    let text = "He works in Sydney, Australia.\nSydney is warm."
    #expect(places(text) == ["Sydney=AU-NSW", "Australia=AU", "Sydney=AU-NSW"])
  }

  @Test func demonymsAndSeatsOfGovernmentAreAllusions() {
    let text = "Ukrainian sources and the Kremlin spoke of Downing Street."
    #expect(places(text).isEmpty)
    #expect(allusions(text) == ["Ukrainian=UA", "Kremlin=RU", "Downing Street=GB"])
  }

  @Test func namesOfPeopleAreNoPlaces() {
    let text = "Mrs. Paris and Jordan Florence spoke in Florence, Italy."
    let tokens = Tokenizer.tokens(of: article(text))
    let people = [tokens.tokens(in: TextSpan(15, 30))]
    let found = finder.regions(in: tokens, people: people).places.map { text.text(in: $0.span) }
    #expect(!found.contains("Jordan"))
    #expect(!found.contains("Paris"))
    #expect(found.contains("Italy"))
  }

  @Test(
    arguments: [
      // Months, points of the compass, initials: somewhere a town is called so.
      ("Sales rose in March and in August.", []),
      ("Rain fell in the South and in the West.", []),
      ("Rain fell in the South of Kenya.", ["Kenya=KE"]),
      ("A report by the GAO was late; GAO staff in GAO knew.", []),
      ("Shells fell in Gao, Mali.", ["Gao=ML-7", "Mali=ML"]),
      // The whole name before "-based", and what it lies in.
      ("A New Jersey-based printer and a Kansas City-based one merged.", ["New Jersey=US-NJ", "Kansas City=US-MO"]),
      ("A Jersey-based printer closed.", ["Jersey=JE"]),
      ("The mine at Kimberley, British Columbia, is deep.", ["Kimberley=CA-BC", "British Columbia=CA-BC"]),
      ("The mine at Kimberley, South Africa, is deep.", ["Kimberley=ZA-NC", "South Africa=ZA"]),
      // The division in a report from its country.
      ("The U.S. sent help; Georgia counted.", ["U.S.=US", "Georgia=US-GA"]),
      ("The U.S. sent help; Azerbaijan and Georgia counted.", ["U.S.=US", "Azerbaijan=AZ", "Georgia=GE"]),
    ])
  func whatIsCalledLikeAPlaceIsNone(text: String, expected: [String]) {
    #expect(places(text) == expected)
  }

  @Test(
    arguments: [
      // Called like a place in a country that the text says nothing of.
      ("Peru and Chile parted; some sleep near the Concordia crossing.", ["Peru=PE", "Chile=CL"]),
      ("Peru and Chile parted; some sleep in Concordia.", ["Peru=PE", "Chile=CL", "Concordia=AR-E"]),
      (
        "Argentina and Chile parted; some sleep near the Concordia crossing.",
        ["Argentina=AR", "Chile=CL", "Concordia=AR-E"]
      ),
      ("Zambia spoke of the water of the Zambezi.", ["Zambia=ZM"]),
      ("Namibia spoke of the water of the Zambezi region.", ["Namibia=NA", "Zambezi=NA-CA"]),
      ("In Maine a black Newfoundland named Bosun barked.", ["Maine=US-ME"]),
      ("In Maine a ship from Newfoundland, called Bosun, sank.", ["Maine=US-ME", "Newfoundland=CA-NL"]),
    ])
  func placesOfWhichTheArticleSaysNothingElseAreNone(text: String, expected: [String]) {
    #expect(places(text) == expected)
  }

  @Test func languagesAreNoPlaces() {
    #expect(allusions("She learnt Greek from a sailor and spoke in Arabic.") == [])
    #expect(
      allusions("She taught Greek sailors and spoke of Arabic books in Danish, Dutch and Greek towns.").contains(
        "Greek=GR"))
  }

  @Test func companiesAreNoPlaces() {
    func regions(_ text: String) -> [String] {
      extractor.annotate(sampleArticle(text)).regions.map { "\(text.text(in: $0.span))=\($0.region.id)" }
    }
    #expect(regions("Burlington Harrow Inc bought a yard. The offer for Burlington is fair.") == [])
    #expect(regions("Georgia Harrow Power Co bought a yard.") == ["Georgia=US-GA"])
    // Near misses: in the town; a body that is no company.
    #expect(
      regions("Burlington Harrow Inc bought a yard in Burlington, Vermont.") == [
        "Burlington=US-VT", "Vermont=US-VT",
      ])
  }

  @Test func whatACompanyIsCalledAfterIsNotSpokenOf() {
    func regions(_ text: String) -> [String] {
      extractor.annotate(sampleArticle(text)).regions.map { "\(text.text(in: $0.span))=\($0.region.id)" }
    }
    #expect(regions("Bank of America hired two clerks; Air France and China Mobile hired none.") == [])
    // Near misses: a government's bank; the country beside the company.
    #expect(regions("The Bank of Russia hired two clerks.") == ["Russia=RU"])
    #expect(regions("Air France left France.") == ["France=FR"])
  }

  @Test func whoIsCalledAfterACountryIsNoPlace() {
    func regions(_ text: String) -> [String] {
      extractor.annotate(sampleArticle(text)).regions.map { "\(text.text(in: $0.span))=\($0.region.id)" }
    }
    #expect(regions("Kenya Lindqvist met Chad Ostrow at the pier.") == [])
    // Near misses: a body and a field.
    #expect(regions("Israel Railways cut trains. Jordan Valley farmers lost wheat.") == ["Israel=IL", "Jordan=JO"])
  }

  @Test(
    arguments: [
      ("Ferries crossed the South China Sea and the Gulf of Mexico.", []),
      ("Oil fouled the Niger Delta.", []),
      ("The Niger rose in Mali; the Colorado is low.", ["Mali=ML"]),
      // Near misses
      ("Ferries crossed from China to Mexico.", ["China=CN", "Mexico=MX"]),
      ("The Niger junta closed a pass; a bridge in Colorado fell.", ["Niger=NE", "Colorado=US-CO"]),
    ])
  func watersAreNoCountries(text: String, expected: [String]) {
    #expect(places(text) == expected)
  }

  @Test(
    arguments: [
      ("Phoenix police found a boat.", ["Phoenix=US-AZ"]),
      ("Boston closed its schools.", ["Boston=US-MA"]),
      ("Houston flooded again. Miami was spared.", ["Houston=US-TX", "Miami=US-FL"]),
      ("Valencia and Seville were flooded.", ["Valencia=ES-VC", "Seville=ES-AN"]),
      ("Hail fell on Oaxaca, Guerrero and Puebla.", ["Oaxaca=MX-OAX", "Guerrero=MX-GRO", "Puebla=MX-PUE"]),
      // Near misses: children
      ("Austin said he was cold. Charlotte, 7, laughed.", []),
      ("Austin, who is six, found his boat.", []),
    ])
  func largeCitiesCountByWhatTheyHaveAndBesideOthers(text: String, expected: [String]) {
    #expect(places(text) == expected)
  }

  @Test(
    arguments: [
      (
        "Police in Georgia's Harrow County found it. In Georgia's capital, Tbilisi, it was missed.",
        ["Georgia=US-GA", "Georgia=GE", "Tbilisi=GE-TB"]
      ),
      ("Gov. Ada Lind of Washington signed it.", ["Washington=US-WA"]),
      // Near miss: no governor's.
      ("Ada Lind of Washington signed it.", ["Washington=US-DC"]),
      ("Shells fell on Tripoli, in northern Lebanon.", ["Tripoli=LB-AS", "Lebanon=LB"]),
      ("Shells fell on Tripoli, in northern Libya.", ["Tripoli=LY-TB", "Libya=LY"]),
      ("Newcastle had hail, and so had Leeds.", ["Newcastle=GB-ENG", "Leeds=GB-ENG"]),
      ("Newcastle, Australia, had hail.", ["Newcastle=AU-NSW", "Australia=AU"]),
    ])
  func theNearerWordsTellWhichOneIsMeant(text: String, expected: [String]) {
    #expect(places(text) == expected)
  }

  @Test(
    arguments: [
      ("Aarhus", "DK-82"), ("Timbuktu", "ML-6"), ("Mekelle", "ET-TI"), ("Hargeisa", "SO-WO"), ("Acapulco", "MX-GRO"),
      ("Cebu", "PH-CEB"), ("Cox's Bazar", "BD-B"), ("San Sebastián", "ES-PV"), ("Marib", "YE-MA"),
      ("Benguet", "PH-BEN"),
      ("Taipei", "TW-TPE"), ("Busan", "KR-26"), ("Bogotá", "CO-DC"), ("N'Djamena", "TD-ND"), ("Taichung", "TW-TXG"),
      ("Vilnius", "LT-VL"), ("Sanandaj", "IR-12"),
    ])
  func citiesAreKnownByTheNamesOfEnglishNewsAndHaveTheirDivision(name: String, id: String) {
    #expect(places("A ferry burned in \(name) on Sunday, and Iran sent help.").first == "\(name)=\(id)")
  }

  @Test func captionsCountAndBoilerplateDoesNot() {
    let text = "A street in Lviv.\nMore from Lviv."
    var article = article(text)
    article.blocks[0].kind = .caption
    article.blocks[1].kind = .boilerplate(reason: "teaser")
    #expect(finder.regions(in: Tokenizer.tokens(of: article)).places.count == 1)
  }
}

@Suite struct GazetteerTests {
  private let gazetteer = Gazetteer(definition: .builtIn)

  @Test func idsHaveOneNameEach() {
    #expect(gazetteer.region(id: "UA") == Region(id: "UA", name: "Ukraine", country: "UA"))
    #expect(gazetteer.region(id: "UA-65") == Region(id: "UA-65", name: "Kherson", country: "UA"))
    #expect(gazetteer.region(id: "geonames:6255148") == Region(id: "geonames:6255148", name: "Europe", country: ""))
    #expect(gazetteer.region(id: "XX") == nil)
  }

  @Test func namesFindRegionsTheLikeliestFirst() {
    #expect(gazetteer.regions(named: "ukraine").map(\.id) == ["UA"])
    #expect(gazetteer.regions(named: "Kherson").map(\.id) == ["UA-65"])
    #expect(gazetteer.regions(named: "ua-65").map(\.id) == ["UA-65"])
    #expect(gazetteer.regions(named: "georgia").map(\.id).prefix(2) == ["GE", "US-GA"])
    #expect(gazetteer.regions(named: "Zürich").first?.id == "CH-ZH")
    #expect(gazetteer.regions(named: "kremlin").map(\.id) == ["RU"])
    #expect(gazetteer.regions(named: "nowhere at all").isEmpty)
  }

  @Test func everyIdOfTheTablesIsKnown() {
    let definition = Definition.builtIn
    for name in ["place-names", "place-aliases", "demonyms", "metonyms"] {
      let unknown = definition.table(name).rows.filter { gazetteer.region(id: $0[1]) == nil }.map {
        "\($0[0]) \($0[1])"
      }
      #expect(unknown.isEmpty, "\(name)")
    }
  }
}
