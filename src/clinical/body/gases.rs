//! Oxygen and carbon dioxide between the air and the blood.

use super::{Device, Oxygen};
use crate::clinical::Fixed;

/// The share of oxygen in air.
pub(super) const AIR: Fixed = Fixed::thousandths(210);

/// Air pressure without water vapour, kPa.
const DRY: Fixed = Fixed::whole(95);

/// How much oxygen goes for each kPa of carbon dioxide that comes: 1 ÷ 0.8.
const EXCHANGE: Fixed = Fixed::thousandths(1_250);

/// Saturation in thousandths at 0, 0.5, 1 … 20 kPa: the curve of Severinghaus (1979), 1 ÷ (1 + 23 400 ÷ (P³ + 150 P))
/// with P in mmHg.
const CURVE: [i32; 41] = [
    0, 26, 62, 117, 194, 287, 387, 485, 574, 650, 714, 766, 807, 840, 867, 888, 906, 920, 931, 941, 949, 955,
    961, 965, 969, 973, 976, 978, 980, 982, 984, 985, 987, 988, 989, 990, 991, 991, 992, 993, 993,
];

/// The share of oxygen that somebody breathes in, 0–1.
pub(super) fn share(oxygen: Oxygen) -> Fixed {
    let flow = i32::from(oxygen.flow);
    let thousandths = match oxygen.device {
        Device::Air => 210,
        Device::Nasal => 210 + 35 * flow.min(6),
        Device::Mask => 210 + 35 * flow.clamp(5, 10),
        Device::Venturi => 10 * flow.clamp(24, 60),
        Device::Reservoir => 600 + 50 * (flow.clamp(10, 15) - 10),
    };
    Fixed::thousandths(thousandths)
}

/// The pressure of oxygen in the air sacs, kPa, from what is breathed in and how much carbon dioxide is there.
pub(super) fn alveolar(share: Fixed, co2: Fixed) -> Fixed {
    share * DRY - co2 * EXCHANGE
}

/// Saturation at a pressure in arterial blood, per cent.
pub(super) fn saturation(po2: Fixed) -> Fixed {
    let mut last = (Fixed::ZERO, Fixed::ZERO);
    for (place, thousandths) in (0_i32..).zip(CURVE) {
        let here = (Fixed::whole(place).over(2), Fixed::thousandths(thousandths * 100));
        if po2 <= here.0 {
            return between(po2, last, here);
        }
        last = here;
    }
    last.1
}

/// The pressure at which blood has this saturation, kPa.
pub(super) fn pressure_at(saturation: Fixed) -> Fixed {
    let mut last = (Fixed::ZERO, Fixed::ZERO);
    for (place, thousandths) in (0_i32..).zip(CURVE) {
        let here = (Fixed::thousandths(thousandths * 100), Fixed::whole(place).over(2));
        if saturation <= here.0 {
            return between(saturation, last, here);
        }
        last = here;
    }
    last.1
}

fn between(at: Fixed, from: (Fixed, Fixed), to: (Fixed, Fixed)) -> Fixed {
    if to.0 <= from.0 {
        return to.1;
    }
    from.1 + (to.1 - from.1) * (at - from.0).divided_by(to.0 - from.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_rises_and_is_found_again_both_ways() {
        assert!(CURVE.windows(2).all(|pair| pair[0] <= pair[1]));
        for percent in 40..=99 {
            let there = pressure_at(Fixed::whole(percent));
            assert_eq!(saturation(there).rounded(), percent);
        }
    }

    #[test]
    fn a_healthy_person_on_air_has_about_thirteen_kilopascals_in_the_air_sacs() {
        let found = alveolar(AIR, Fixed::thousandths(5_300));
        assert_eq!(found.rounded(), 13);
    }

    #[test]
    fn more_flow_is_more_oxygen_with_every_device() {
        let at = |device, flow| share(Oxygen { device, flow });
        assert!(at(Device::Nasal, 1) > at(Device::Air, 0));
        assert!(at(Device::Nasal, 4) > at(Device::Nasal, 2));
        assert!(at(Device::Reservoir, 15) > at(Device::Mask, 10));
        assert_eq!(at(Device::Venturi, 28), Fixed::thousandths(280));
    }
}
