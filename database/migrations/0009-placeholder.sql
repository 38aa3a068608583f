-- Gives way to the migration of this number in another branch.
select 1;
