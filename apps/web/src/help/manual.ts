import type { Chapter } from './chapter';
import { EVALUATION_CHAPTER } from './evaluation-chapter';
import { ADMINISTRATION_CHAPTERS } from './administration-chapters';
import { REPORTING_CHAPTERS } from './reporting-chapters';

/** The manual: a chapter a screen, in the order of the menu (sổ tay hướng dẫn). */
export const MANUAL: readonly Chapter[] = [
  {
    id: 'viec-cua-toi',
    title: 'Việc của tôi',
    what: 'Mọi việc đang chờ bạn, việc gần hạn đứng trước: nhiệm vụ bạn chủ trì, hồ sơ bạn đang giữ, phản ánh bộ phận bạn phải trả lời, việc chờ bạn quyết định.',
    ways: [
      {
        title: 'Bắt đầu ngày làm việc',
        steps: [
          'Nhìn bốn ô đầu trang: quá hạn, đến hạn hôm nay, chờ quyết định, chờ tiếp nhận.',
          'Mở từng việc bằng cách bấm vào tên. Trang việc có nút làm ngay; làm xong, việc tự rời danh sách.',
          'Danh sách tự cập nhật khi người khác làm gì đó, không cần tải lại trang.',
        ],
      },
      {
        title: 'Nhận nhắc hạn trên điện thoại',
        steps: [
          'Vào trang cá nhân (bấm tên bạn ở góc dưới), mục Lịch trên điện thoại, lấy địa chỉ rồi dán vào ứng dụng lịch.',
        ],
      },
    ],
  },
  {
    id: 'can-quyet-dinh',
    title: 'Cần quyết định',
    what: 'Dành cho lãnh đạo: những gì chỉ chờ một câu trả lời của bạn, cùng các việc đang quá hạn phải đôn đốc.',
    ways: [
      {
        title: 'Trả lời một đề nghị',
        steps: [
          'Mỗi dòng có sẵn các nút được phép làm: duyệt, trả lại, gia hạn, đôn đốc, giao lại.',
          'Trả lại hay không đồng ý thì ghi lý do; lý do vào nhật ký và người đề nghị đọc được.',
        ],
      },
    ],
  },
  {
    id: 'tiep-nhan',
    title: 'Tiếp nhận hồ sơ',
    what: 'Dành cho công chức Một cửa: nhận hồ sơ chỉ bằng bàn phím, thấy ngày hẹn trả trước khi bấm nhận.',
    ways: [
      {
        title: 'Nhận một hồ sơ',
        steps: [
          'Gõ vài chữ của tên thủ tục, hoặc chữ đầu các tiếng (ví dụ dkks), dùng mũi tên để chọn, Enter.',
          'Quét mã thẻ căn cước, hoặc gõ số điện thoại, số định danh rồi Enter để tìm người nộp. Không có thì khai mới ngay tại đó.',
          'Đánh dấu giấy tờ đã nhận. Thiếu giấy tờ bắt buộc, hệ thống nói rõ thiếu gì.',
          'Xem ngày hẹn trả ở khung bên phải, rồi Enter để tiếp nhận. In giấy tiếp nhận bằng một phím.',
        ],
      },
      {
        title: 'Nếu nộp nhầm hoặc mất mạng',
        steps: [
          'Bấm hai lần không tạo ra hai hồ sơ: hệ thống nhận ra cùng một lần nộp.',
          'Đang gõ mà hết phiên làm việc thì đăng nhập lại ngay trên màn hình, nội dung còn nguyên.',
          'Mất mạng vẫn nhận được hồ sơ: in giấy nhận ghi “chưa cấp mã” cho người nộp. Có mạng lại, máy tự gửi; mã hồ sơ và thời hạn tính từ lúc máy chủ nhận được.',
          'Hồ sơ chờ gửi nằm ở cuối trang Tiếp nhận của máy này, chỉ người đã nhận mới đọc được. Hồ sơ bị từ chối ghi rõ vì sao và mở lại để sửa được; hồ sơ đã có mã thì in giấy hẹn rồi bấm Xong.',
          'Trình duyệt bị tắt đột ngột: mở lại, nội dung đang gõ vẫn còn. Đăng xuất thì bản nháp bị xóa khỏi máy.',
        ],
      },
    ],
  },
  {
    id: 'ho-so',
    title: 'Hồ sơ',
    what: 'Danh sách hồ sơ theo tình trạng, người giữ, thủ tục; mỗi hồ sơ một trang với thời hạn tính đến từng phút làm việc.',
    ways: [
      {
        title: 'Tìm hồ sơ',
        steps: [
          'Gõ phần đầu của mã hồ sơ, hoặc chọn tình trạng, thủ tục. Điều kiện lọc nằm trong địa chỉ trang: lưu hoặc gửi cho đồng nghiệp được.',
        ],
      },
      {
        title: 'Giải quyết một hồ sơ',
        steps: [
          'Cột bên phải chỉ hiện những việc bạn được làm lúc này; mục Chưa làm được nói vì sao và theo quy tắc nào.',
          'Yêu cầu bổ sung chỉ được một lần, phải ghi rõ cần gì. Trong lúc chờ, đồng hồ dừng; bổ sung xong, thời hạn tính lại từ đầu.',
          'Chuyển bộ phận khác: người nhận bấm nhận thì trách nhiệm mới sang. Không tự chuyển cho chính mình.',
          'Ký kết quả sau hạn đầu tiên là trễ; một ngày trước hạn mà chưa có kết quả, hệ thống nhắc xin lỗi công dân và hẹn lại, chỉ được hẹn lại một lần.',
        ],
      },
      {
        title: 'Nộp lưu hồ sơ đã xong',
        steps: [
          'Hồ sơ đã trả, đã rút hoặc không giải quyết thì bấm Đóng gói lưu trữ, rồi tải gói ở mục Lưu trữ: một tệp ZIP theo chuẩn BagIt gồm thông tin, giấy tờ, biểu mẫu, kết quả và chứng minh trong sổ.',
          'Nơi lưu trữ mở tệp README.txt trong gói là biết cách tự kiểm chứng, không cần phần mềm của xã.',
          'Giao xong thì Ghi nhận bàn giao lưu trữ với số biên bản; mã băm của gói được ghi vào nhật ký cùng lúc.',
        ],
      },
    ],
  },
  {
    id: 'phan-anh',
    title: 'Phản ánh, kiến nghị',
    what: 'Phản ánh của người dân từ lúc gửi đến lúc được trả lời thật sự, công khai.',
    ways: [
      {
        title: 'Trả lời',
        steps: [
          'Văn phòng phân loại rồi giao một bộ phận trả lời; hạn đứng ngay trên dòng, gia hạn được một lần và phải nêu lý do.',
          'Câu trả lời phải nói đã làm gì. Chỉ cảm ơn hay hứa xem xét thì hệ thống không nhận.',
          'Công khai thì tên và số điện thoại của người gửi không hiện.',
        ],
      },
      {
        title: 'Xem khảo sát hài lòng',
        steps: [
          'Bấm Khảo sát hài lòng: kết quả so với chỉ tiêu của kế hoạch và từng câu hỏi. Người dân trả lời một lần cho mỗi hồ sơ, sau khi nhận kết quả; công chức không xem được ai trả lời gì, chỉ lãnh đạo và người giám sát nhật ký đọc được.',
        ],
      },
    ],
  },
  {
    id: 'nhiem-vu',
    title: 'Nhiệm vụ',
    what: 'Các nhiệm vụ của kế hoạch: một người chủ trì chịu trách nhiệm, sản phẩm, các kỳ hạn và kết quả từng kỳ.',
    ways: [
      {
        title: 'Làm nhiệm vụ mình chủ trì',
        steps: [
          'Được giao thì bấm Tiếp nhận: từ đó người giao biết việc đã có người làm.',
          'Báo cáo tiến độ bằng phần trăm và một câu đã làm gì; việc thường xuyên mà cả quý không báo cáo thì bị ghi là im lặng.',
          'Nộp sản phẩm để được nghiệm thu. Bị trả lại thì kỳ hạn mở lại, lý do nằm trên trang.',
          'Thấy khó đúng hạn thì xin gia hạn trước hạn, nêu ngày và lý do.',
        ],
      },
      {
        title: 'Ghi kinh phí',
        steps: [
          'Văn phòng hoặc Chủ tịch giao dự toán theo quyết định; cùng nội dung chi thì cộng vào cùng một dòng. Trang kế hoạch cộng theo lĩnh vực.',
          'Người chủ trì ghi nhận từng khoản chi theo chứng từ. Vượt dự toán thì không ghi được, trừ khi Chủ tịch đã quyết định cho chi vượt kèm lý do.',
          'Ghi nhầm thì hủy ghi nhận kèm lý do; khoản đã hủy vẫn nằm trong danh sách.',
        ],
      },
      {
        title: 'Xem lại quá khứ',
        steps: [
          'Kéo thanh ở mục Xem lại quá khứ (hoặc phím mũi tên) để thấy nhiệm vụ như cuối ngày đó, và từ đó đến nay khác gì.',
        ],
      },
    ],
  },
  {
    id: 'ke-hoach',
    title: 'Kế hoạch và lịch kỳ hạn',
    what: 'Kế hoạch của năm theo lĩnh vực: đến đâu, gì trễ, gì im lặng; và lịch các kỳ hạn từng tháng.',
    ways: [
      {
        title: 'Nhập kế hoạch từ tệp',
        steps: [
          'Chọn phụ lục nhiệm vụ (DOCX, XLSX hoặc CSV) như đơn vị đang có, rồi Đọc tệp và xem trước.',
          'Từng dòng của tệp đứng cạnh điều đọc được; ô nào phải sửa được nêu đúng tên ô. Chưa có gì được ghi.',
          'Bộ phận mà tệp gọi bằng tên khác: chọn bộ phận được nói tới. Nhập lại cùng một tệp không đổi gì.',
        ],
      },
      {
        title: 'Theo dõi và điều chỉnh',
        steps: [
          'Chọn một ngày để xem kế hoạch như cuối ngày đó.',
          'Thêm, sửa nhiệm vụ của kế hoạch đã duyệt phải kèm văn bản điều chỉnh: số, ngày, trích yếu.',
          'Việc thuộc bí mật nhà nước: bấm Thêm việc mật, chỉ ghi lĩnh vực, bộ phận chủ trì, hạn; nội dung giữ ngoài hệ thống. Việc được đếm trong tiến độ, không công khai.',
          'Nhiệm vụ cần ngày là cụm từ thời hạn chưa đủ để tính ngày (ví dụ “khi phát sinh”): chọn ngày, không ai đoán thay.',
        ],
      },
    ],
  },
  ...REPORTING_CHAPTERS,
  EVALUATION_CHAPTER,
  {
    id: 'nhat-ky',
    title: 'Nhật ký trách nhiệm',
    what: 'Ai đã làm gì, khi nào, vì sao, theo quy tắc nào; không ai sửa được mà không bị thấy.',
    ways: [
      {
        title: 'Tra cứu',
        steps: [
          'Lọc theo người, loại việc, khoảng ngày, ngoài giờ hành chính. Điều kiện nằm trong địa chỉ trang.',
          'Mở một dòng để thấy việc gì dẫn đến nó và nó dẫn đến việc gì.',
        ],
      },
      {
        title: 'Kiểm chứng',
        steps: [
          'Bấm Kiểm chứng: chính trình duyệt của bạn tính lại và so với sổ đã niêm phong, có chữ ký; không cần tin máy chủ.',
          'Vừa ghi xong thì phải chờ ít giây đến lần niêm phong kế tiếp.',
        ],
      },
    ],
  },
  {
    id: 'bo-may',
    title: 'Bộ máy, ủy quyền, ngày làm việc, thủ tục',
    what: 'Các bộ phận, vị trí, người giữ theo từng ngày; ủy quyền; ngày làm việc, ngày nghỉ; danh mục thủ tục.',
    ways: [
      {
        title: 'Thay đổi người giữ vị trí',
        steps: [
          'Chọn vị trí, bổ nhiệm từ ngày nào theo văn bản nào. Việc đang dở đi theo vị trí.',
          'Nghỉ phép thì cử người thay có thời hạn; ký thay thì ủy quyền, ghi rõ việc gì và đến ngày nào.',
          'Kéo thanh (hoặc phím mũi tên) qua các lần thay đổi để thấy cơ cấu như cuối ngày đó, và ngày đó đổi những gì.',
        ],
      },
      {
        title: 'Lịch làm việc năm mới',
        steps: [
          'Hệ thống nhắc trước 90 ngày. Quản trị nhập tệp lịch kèm số và ngày của quyết định; kỳ hạn đang chờ lịch được tính ngay.',
        ],
      },
    ],
  },
  ...ADMINISTRATION_CHAPTERS,
];
