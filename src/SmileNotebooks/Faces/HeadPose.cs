namespace SmileNotebooks;

/// <summary>Where a head points, in degrees; all zero when it faces the camera upright.</summary>
/// <param name="Yaw">Turn about the vertical axis; positive when the subject turns to the subject's own left.</param>
/// <param name="Pitch">Nod; positive when the subject looks up.</param>
/// <param name="Roll">Tilt in the picture plane; positive when the head is turned clockwise as the viewer sees it.</param>
public readonly partial record struct HeadPose(double Yaw, double Pitch, double Roll);
