// The sentences of who records and how that is passed on, in Vietnamese, the source language.

export const recordingVi = {
  'recording.title': 'Máy ghi sổ',
  'recording.words':
    'Một máy ghi sổ, mọi máy khác nhận. Nếu máy ấy hỏng, người giữ quyền cùng nhau chuyển việc ghi sang máy khác.',
  'recording.stand': 'Hiện nay',
  'recording.who': 'Đang ghi sổ',
  'recording.who.here': '{name}, ở chính máy này',
  'recording.who.there': 'máy của {name}',
  'recording.link': 'Liên lạc',
  'recording.link.here': 'là máy này',
  'recording.link.linked': 'đang nối',
  'recording.link.lost': 'không thấy từ {time} ngày {date}',
  'recording.link.lost.unknown': 'không thấy',
  'recording.link.never': 'chưa bao giờ nối với máy này',
  'recording.keepers': 'Người giữ quyền chuyển',
  'recording.term': 'Lần chuyển',
  'recording.term.none': 'chưa chuyển lần nào',
  'recording.term.nth': 'đã chuyển {count} lần',
  'recording.lost.wait':
    'Cứ làm tiếp: bản nháp và phiếu đã nộp giữ trên máy này và tự gửi khi thấy lại máy ghi sổ. Nếu máy ấy hỏng hẳn, một người giữ quyền ({names}) mở trang này trên máy mình để đề nghị ghi thay.',

  // Taking over
  'takeover.title': 'Cho máy này ghi sổ thay',
  'takeover.when':
    'Chỉ làm khi máy ghi sổ hỏng hẳn hoặc không thể chờ. Máy ấy chỉ mất mạng một lúc thì hãy đợi: không có gì mất.',
  'takeover.kept': 'Còn nguyên',
  'takeover.kept.entries':
    'Mọi mục mà máy này hay một máy đang nối được đã nhận: ứng dụng hỏi từng máy và lấy phần dài nhất.',
  'takeover.kept.ballots': 'Phiếu đã được ghi nhận, vẫn niêm phong; bản nháp của từng người ở máy của họ.',
  'takeover.void': 'Mất hiệu lực',
  'takeover.void.words':
    'Những gì máy cũ ghi sau mục cuối chung ấy. Chúng được giữ để xem, không được tính, không tự trộn vào sổ.',
  'takeover.again': 'Phải làm lại',
  'takeover.again.poll':
    'Vòng chấm hay biểu quyết mà máy cũ đã công bố, hoặc đã lộ khóa phiếu, trong phần mất hiệu lực.',
  'takeover.again.guests': 'Người dùng trình duyệt vào phòng lại bằng mã mới. Ứng dụng đã cài tự nối, không cần mã.',
  'takeover.again.hand': 'Việc của thư ký trong phần ấy (điểm danh, kết luận…), nếu còn cần, thì nhập lại.',
  'takeover.need': 'Cần quá nửa trong {count} người giữ quyền đồng ý, mỗi người trên máy của mình.',
  'takeover.propose': 'Đề nghị máy này ghi sổ',
  'takeover.propose.doing': 'hỏi các máy nối được và lập đề nghị',
  'takeover.proposal': 'Đề nghị: máy của {name} ghi sổ',
  'takeover.proposal.resume': 'Đề nghị: máy của {name} ghi tiếp sau khi khôi phục dữ liệu',
  'takeover.signed': 'Điều được ký',
  'takeover.signed.by': 'Máy ghi sổ sẽ là',
  'takeover.signed.term': 'Lần chuyển thứ',
  'takeover.signed.cut': 'Mục cuối cùng được giữ',
  'takeover.signed.cut.at': 'mục {seq}, dấu băm',
  'takeover.signed.id': 'Dấu của đề nghị',
  'takeover.signed.compare': 'Dấu này phải giống nhau trên mọi máy đồng ý.',
  'takeover.agreed.count': 'Đã có {done}, cần {needed} trên {count} người giữ quyền.',
  'takeover.agreed.resume': 'Đã có {done}, cần {needed} người đồng ý.',
  'takeover.keeper': 'Người giữ quyền',
  'takeover.keeper.state': 'Ý kiến',
  'takeover.keeper.agreed': 'đã đồng ý',
  'takeover.keeper.reachable': 'chưa, máy đang nối được',
  'takeover.keeper.away': 'chưa, không thấy máy',
  'takeover.short':
    'Chưa đủ, và các máy đang nối được cũng không đủ. Hãy đưa thêm máy của người giữ quyền vào phòng, hoặc trao đổi gói dữ liệu.',
  'takeover.agree': 'Đồng ý và ký',
  'takeover.agree.doing': 'ký đồng ý',
  'takeover.agree.words':
    'Mỗi người chỉ ký một lần cho một lần chuyển, và không rút lại được. Máy ghi sổ cũ chỉ mất mạng một lúc thì đừng ký.',
  'takeover.agreed.mine': 'Bạn đã đồng ý.',
  'takeover.withdraw': 'Rút đề nghị',
  'takeover.withdraw.doing': 'rút đề nghị',
  'takeover.finish': 'Bắt đầu ghi sổ ở máy này',
  'takeover.finish.doing': 'nhận việc ghi sổ',
  'takeover.finish.words': 'Từ lúc bấm, máy này ghi sổ. Máy cũ trở lại sẽ được báo và không ghi tiếp được.',

  // Handing over
  'handover.title': 'Giao việc ghi sổ',
  'handover.words':
    'Khi máy này phải rời phòng hoặc sắp hết pin. Máy nhận đã có đủ sổ; không có gì mất hiệu lực, không vòng nào làm lại.',
  'handover.to': 'Giao cho máy của',
  'handover.empty': 'Chọn người nhận',
  'handover.none':
    'Chưa có máy nào đủ sổ để nhận. Máy nhận phải là ứng dụng đã cài, đã vào ghế, đang nối và có bản đủ.',
  'handover.begin': 'Giao việc ghi sổ…',
  'handover.sure':
    'Máy này thôi ghi ngay khi bấm; từ đó {name} điều hành các bước. Muốn ghi lại ở đây thì {name} phải giao trả.',
  'handover.do': 'Giao cho {name}',
  'handover.doing': 'giao việc ghi sổ',

  // The old machine, coming back
  'tail.title': 'Máy này đã từng ghi sổ',
  'tail.calm': 'Trong lúc máy này vắng, người giữ quyền đã chuyển việc ghi sang máy của {name}. Không có gì bị xóa.',
  'tail.rows':
    '{count} mục máy này ghi sau điểm chuyển không có hiệu lực. Chúng nằm đây để xem; mục nào còn cần thì nhập lại ở máy đang ghi sổ.',
  'tail.none': 'Máy này không ghi gì sau điểm chuyển, nên không có gì mất hiệu lực.',
  'tail.seq': 'Mục',
  'tail.at': 'Lúc',
  'tail.kind': 'Việc',
  'tail.do': 'Nên làm gì',
  'tail.hash': 'Dấu băm',
  'tail.do.none': 'Không phải làm gì: các ghế tự gửi lại.',
  'tail.do.hand': 'Xem ở máy đang ghi sổ đã có chưa; chưa có thì nhập lại.',
  'tail.do.round': 'Vòng này làm theo sổ của máy đang ghi; nếu báo là phải chấm lại thì chấm lại.',
  'tail.do.file': 'Thêm lại tệp ở máy đang ghi sổ, nếu ở đó chưa có.',
  'tail.do.minutes': 'Lập và thông qua lại ở máy đang ghi sổ.',
  'tail.seen': 'Đã xem',
  'tail.seen.doing': 'ghi là đã xem',
  'tail.seen.already': 'Đã xem. Các mục ấy vẫn được giữ: {count} mục.',

  // Polls held again
  'spoiled.title': 'Vòng phải làm lại',
  'spoiled.words':
    'Máy cũ đã công bố, hoặc khóa phiếu đã lộ ra, trong phần mất hiệu lực. Có người đã có thể biết phiếu trước khi khóa, nên vòng ấy không dùng được và được mở lại từ đầu.',
  'spoiled.round': '{name}, vòng {round}',
  'spoiled.conclusion': 'biểu quyết kết luận về {name}',
  'spoiled.election': 'bầu Ban kiểm phiếu',
  'spoiled.other': 'một cuộc lấy phiếu',

  // After a restore
  'restored.title': 'Thư mục dữ liệu đã được khôi phục hoặc sao chép',
  'restored.words':
    'Máy này có thể đã ghi những mục mà bản khôi phục không có. Để không bao giờ có hai mục cùng số, nó không viết tiếp chỗ cũ mà mở một dòng ghi mới, nêu mục cuối cùng còn biết.',
  'restored.chair':
    'Để ghi sổ tiếp cần chữ ký của máy này và lời đồng ý của Chủ tịch trên máy của Chủ tịch. Nếu cả sổ chỉ có một thiết bị thì chữ ký của máy này là đủ, và biên bản in điều đó.',
  'restored.resume': 'Xin ghi sổ tiếp',
  'restored.resume.doing': 'lập đề nghị ghi tiếp',
  'restored.member': 'Việc của bạn trên máy này vẫn làm tiếp được.',

  // The only copy
  'onlycopy.title': 'Sổ này chỉ có trên máy này',
  'onlycopy.words': 'Máy hỏng hoặc mất thì mất cả phiên. Có hai cách để có bản thứ hai:',
  'onlycopy.room': 'Cho một máy khác vào phòng',
  'onlycopy.room.words': 'Máy có cài ứng dụng, của một thành viên, tự nhận cả sổ và giữ cho mới.',
  'onlycopy.package': 'Ghi một gói dữ liệu',
  'onlycopy.package.words': 'Ra USB, mã hóa; là bản của lúc ghi, nên ghi lại sau mỗi bước quan trọng.',

  // What happened
  'passings.title': 'Các lần chuyển',
  'passings.none': 'Chưa chuyển lần nào.',
  'passings.term': 'Lần',
  'passings.from': 'Từ',
  'passings.to': 'Sang',
  'passings.ground': 'Cách chuyển',
  'passings.agreed': 'Người đồng ý',
  'passings.agreed.none': 'không cần',
  'passings.ground.taken-over': 'ghi thay',
  'passings.ground.handed-over': 'tự giao',
  'passings.ground.resumed': 'ghi tiếp sau khôi phục',

  // The strip over a session
  'strip.label': 'Việc ghi sổ',
  'strip.see': 'Xem và quyết định',
  'strip.later': 'Để sau',
  'strip.lost': 'Không thấy máy ghi sổ của {name} từ {time}. Việc của bạn vẫn giữ trên máy này.',
  'strip.lost.unknown': 'Không thấy máy ghi sổ của {name}. Việc của bạn vẫn giữ trên máy này.',
  'strip.lost.keeper': 'Không thấy máy ghi sổ của {name} từ {time}. Nếu nó hỏng hẳn, máy này có thể ghi thay.',
  'strip.lost.keeper.unknown': 'Không thấy máy ghi sổ của {name}. Nếu nó hỏng hẳn, máy này có thể ghi thay.',
  'strip.asked': 'Máy của {name} xin ghi sổ. Cần ý kiến của bạn.',
  'strip.proposed': 'Máy của {name} xin ghi sổ: đã có {done} trên {needed} người cần đồng ý.',
  'strip.finish': 'Đã đủ người đồng ý. Máy này có thể bắt đầu ghi sổ.',
  'strip.tail': 'Việc ghi sổ đã chuyển sang máy của {name}. {count} mục máy này ghi sau đó không có hiệu lực.',
  'strip.tail.none': 'Việc ghi sổ đã chuyển sang máy của {name}. Không có gì mất hiệu lực.',
  'strip.spoiled': 'Phải làm lại: {what}.',
  'strip.restored': 'Dữ liệu trên máy này đã được khôi phục hoặc sao chép. Chưa ghi sổ tiếp được.',
  'strip.only': 'Sổ này chỉ có trên máy này. Nên có bản thứ hai.',
} as const;
