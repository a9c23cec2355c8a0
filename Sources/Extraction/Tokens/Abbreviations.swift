/// Words whose point does not end a sentence.
struct Abbreviations: Sendable {
  private let hashes: WordSet
  /// Those that are as often the last word of a sentence: `Inc.`, `Jr.`, `a.m.`
  private let final: WordSet

  init(_ words: String, final: String) {
    hashes = WordSet(words + " " + final)
    self.final = WordSet(final)
  }

  /// Compares as written: `no.` and `in.` are words far more often.
  func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first, first < 0x80 else { return false }
    return hashes.contains(ByteHash.of(word))
  }

  func mayEndSentence(_ word: UnsafeBufferPointer<UInt8>) -> Bool { final.contains(ByteHash.of(word)) }

  /// What the name of a town begins with.
  static let ofPlaces = Abbreviations("St Ste Mt Ft Pt", final: "")

  static let english = Abbreviations(
    """
    Mr Mrs Ms Mx Dr Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Capt Maj Adm Rev Hon Prof Pres St Ste Mt Ft Fr \
    Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec No Nos vs v Ariz Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La \
    Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ala Ark Brig Cmdr Cpl Det \
    Supt Atty Messrs Amb Spc Pvt Ave Blvd Bros Dept Univ Assn Msgr Mgr Gens Drs Profs Vice-Adm Maj-Gen Lt-Gen approx \
    Mlle Mme Hr Wm Jos Chas Mohd Thos Smt Engr Arch Barr Alh Assoc Asst Retd Sra Dra Srta Ing Lic Ven Ust \
    Rs Tk Sh Shs Ksh Kshs KSh Rp \
    Ald Assemb Assem Asm Insp Comr Comdr Cmdt Cdr Cong Bp Abp Br Revd Rt Lieut Cols Majs Capts Lts Sgts Tpr Pfc Sqn Flt \
    Cllr Cllrs Coun Const Cst Dy Dir Adv Pst Barrs Engrs Hons Supts Treas Sec Comm Mons Card Gd Mtn Pte Cpt Brgy Bgy Adj \
    Ont Que Alta Sask
    """, final: "Ma Jr Sr Inc Corp Co Ltd etc Ph Esq LLC plc Twp Rd Sq Hwy Ct Bldg Dist")
}
