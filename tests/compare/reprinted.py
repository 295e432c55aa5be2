"""A report, a copy of it in other words, and another outlet's own report of the same event."""

ORIGIN = """Gudang beras milik Koperasi Lumbung Rawa terbakar Selasa malam dan menghanguskan empat ribu karung padi.
Wali Kota Harun Salim mengatakan api berasal dari mesin pengering yang dibiarkan menyala tanpa penjaga.
Sebanyak 14 petani kehilangan seluruh hasil panen mereka musim ini.
"Kami akan mengganti separuh kerugian para petani," kata Harun Salim kepada wartawan.
Regu pemadam baru datang dua jam kemudian karena jembatan Teluk Dalam masih ditutup untuk perbaikan.
Penyidik memeriksa tiga penjaga gudang yang bertugas pada malam itu."""

COPY = """HARIAN TELUK - Empat ribu karung padi hangus ketika gudang beras Koperasi Lumbung Rawa terbakar, Selasa malam.
Api berasal dari mesin pengering yang dibiarkan menyala tanpa penjaga.
Baca juga: Panen Raya Ditunda di Tiga Desa
Sebanyak 41 petani kehilangan semua hasil panen musim ini.
Regu pemadam tiba dua jam kemudian lantaran jembatan Teluk Dalam ditutup untuk perbaikan.
Tiga penjaga gudang yang bertugas malam itu diperiksa penyidik.
Sumber: Warta Rawa"""

OWN = """Kebakaran melanda sebuah lumbung di pinggir kota dan warga sekitar berhamburan keluar rumah.
Asap hitam terlihat dari pasar sejak pukul sembilan malam, menurut seorang pedagang sayur.
"Kami akan mengganti separuh kerugian para petani," kata Harun Salim kepada wartawan.
Kerugian ditaksir mencapai enam miliar rupiah, belum termasuk mesin dan bangunan.
Polisi memasang garis batas di sekeliling bangunan yang roboh itu."""
