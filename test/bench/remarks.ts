// Vietnamese remarks of 0 to 200 characters, as even in length and as hard to compress as the measured workload's.
import type { Dice } from '../../electron/command/played-marks.ts';

const WORDS =
  `hồ sơ đầy đủ số liệu nguồn kiểm chứng được đề nghị bổ sung biên bản kết nối thử hệ thống thứ hai báo cáo kiểm thử
  các lỗi nghiêm trọng đã khắc phục tài liệu hướng dẫn quản trị còn sơ sài nhưng đáp ứng yêu cầu cần theo dõi việc duy trì
  mức độ sẵn sàng trong kỳ đánh giá sau người dùng cuối khảo sát mẫu nhỏ chưa đại diện an toàn thông tin cấp độ ba phương án
  dự phòng trung tâm thứ cấp thời gian phục hồi dữ liệu mở chuẩn giao tiếp lập trình ứng dụng phiên bản mới tính năng chữ ký
  điện tử cơ quan chủ quản doanh nghiệp vận hành hợp đồng dịch vụ chi phí ngân sách triển khai địa phương xã phường liên thông
  quốc gia định danh truy cập khuyết tật ngôn ngữ dân tộc hỗ trợ đường dây nóng phản hồi trung bình ngày làm việc giám sát nhật
  ký sao lưu mã hóa khóa bảo mật cá nhân riêng tư đồng ý thu thập lưu trữ xóa quyền chủ thể thống kê lượt giao dịch thành công`
    .split(/\s+/)
    .filter((word) => word !== '');

export function remarkOf(roll: Dice): string {
  const length = roll(201);
  let text = '';
  while (text.length < length) {
    const word = WORDS[roll(WORDS.length)] ?? '';
    text += text === '' ? word : roll(12) === 0 ? `, ${word} ${roll(100)}` : ` ${word}`;
  }
  return text.slice(0, length).trim();
}
